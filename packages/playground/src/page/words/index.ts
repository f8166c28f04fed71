import { tab } from '../tab.ts';
import { en, type Words } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

const inLanguage = { 'en-US': en, 'zh-CN': zhCN, 'zh-TW': zhTW } as const;

/** In the language chosen when the page was loaded: another choice loads it anew. */
export const words: Words = inLanguage[tab.language];

/** How the web calls the page's language. */
export const pageLanguage = tab.language === 'en-US' ? 'en' : tab.language;
