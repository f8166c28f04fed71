import type { Language } from '../wire/place.ts';
import type { Where } from '../wire/channels.ts';

export const languageNames = {
  'en-US': 'English',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
} as const satisfies Record<Language, string>;

const isLanguage = (text: string): text is Language => Object.hasOwn(languageNames, text);

export const isThread = (where: string | null): where is `thread:${string}` =>
  where?.startsWith('thread:') ?? false;

/** Your browser's language, where the page speaks it. */
function ofBrowser(): Language {
  const name = navigator.language.toLowerCase();
  if (!name.startsWith('zh')) return 'en-US';
  return /tw|hk|mo|hant/.test(name) ? 'zh-TW' : 'zh-CN';
}

/** What you chose, kept for this tab: it outlives a reload. */
export const tab = {
  get language(): Language {
    const chosen = sessionStorage.getItem('language') ?? '';
    return isLanguage(chosen) ? chosen : ofBrowser();
  },
  set language(chosen: Language) {
    sessionStorage.setItem('language', chosen);
  },
  get user(): string {
    return sessionStorage.getItem('user') ?? 'ada';
  },
  set user(key: string) {
    sessionStorage.setItem('user', key);
  },
  get where(): Where {
    const stored = sessionStorage.getItem('where');
    return stored === 'dm' || stored === 'lounge' || isThread(stored) ? stored : 'channel';
  },
  set where(chosen: Where) {
    sessionStorage.setItem('where', chosen);
  },
};
