/** The languages Seedling speaks. `zh-TW` is derived from `zh-CN`. */
export const locales = ['en', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof locales)[number];

/** Maps any Discord or POSIX locale name (`en-GB`, `zh_HK`) to a language we speak; English otherwise. */
export function toLocale(name: string | null | undefined): Locale {
  const lower = (name ?? '').toLowerCase().replace('_', '-');
  if (!lower.startsWith('zh')) return 'en';
  return /tw|hk|mo|hant/.test(lower) ? 'zh-TW' : 'zh-CN';
}
