import { pageLanguage } from './words/index.ts';

/** The time of day, as the page's language writes it. */
export const clock = (timestamp: string): string =>
  new Date(timestamp).toLocaleTimeString(pageLanguage, { hour: '2-digit', minute: '2-digit' });
