/** The languages Seedling speaks. `zh-TW` is derived from `zh-CN`. */
export const locales = ['en', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (text: string): text is Locale =>
  (locales as readonly string[]).includes(text);

/** Maps any Discord or POSIX locale name (`en-GB`, `zh_HK`) to a language we speak; English otherwise. */
export function toLocale(name: string | null | undefined): Locale {
  const lower = (name ?? '').toLowerCase().replace('_', '-');
  if (!lower.startsWith('zh')) return 'en';
  return /tw|hk|mo|hant/.test(lower) ? 'zh-TW' : 'zh-CN';
}

/**
 * The language that a server has chosen; undefined where it has Discord's default, which servers that never chose have
 * too. (A setting of ours would be asked first.)
 */
export const chosenLocale = (preferred: string | null | undefined): Locale | undefined =>
  preferred && preferred !== 'en-US' ? toLocale(preferred) : undefined;
