import type { Locale } from './locales.ts';
import { toSimplified } from './traditional.ts';

/**
 * The language somebody writes in, where Discord doesn't say it: Chinese characters mean Chinese, simplified or
 * traditional; a few words in Latin letters mean English; otherwise it is `otherwise`.
 */
export function languageOf(text: string, otherwise: Locale): Locale {
  if (/\p{Script=Han}/u.test(text)) return toSimplified(text) === text ? 'zh-CN' : 'zh-TW';
  const words = text.match(/\p{Script=Latin}{2,}/gu) ?? [];
  return words.length >= fewestWords ? 'en' : otherwise;
}

/** "LSTM dropout" is written in every language. */
const fewestWords = 4;
