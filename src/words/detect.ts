import { ConverterFactory, Locale as Script } from 'opencc-js';
import type { Locale } from './locales.ts';

/** Made at the first use, for it loads large tables. */
let converter: ((text: string) => string) | undefined;

const toSimplified = (text: string): string =>
  (converter ??= ConverterFactory(Script.from.tw, Script.to.cn))(text);

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
