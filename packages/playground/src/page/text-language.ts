import { pageLanguage } from './words/index.ts';

// Frequent characters that only one of the two scripts has.
const simplified = /[这为么个说时会来学对没还样种进过]/g;
const traditional = /[這為麼個說時會來學對沒還樣種進過]/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The `lang` of a text that is in another language than the page; undefined if it isn't, or nobody can know. */
export function otherLanguage(text: string): string | undefined {
  const language = languageOf(text);
  return language === pageLanguage ? undefined : language;
}

function languageOf(text: string): string | undefined {
  const latinWords = count(text, /\p{Script=Latin}{2,}/gu);
  const hanCharacters = count(text, /\p{Script=Han}/gu);
  if (hanCharacters <= latinWords) return latinWords > 0 ? 'en' : undefined;
  return count(text, traditional) > count(text, simplified) ? 'zh-TW' : 'zh-CN';
}
