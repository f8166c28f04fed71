export { headings, writtenLocales, type WrittenLocale, type WrittenSection } from './headings.ts';
export { loadContent, type Loaded } from './load.ts';
export {
  type Ambiguous,
  type Claim,
  type Content,
  type FollowUp,
  type OpenQuestion,
  type Page,
  type SayingId,
  type Source,
  type Term,
} from './page.ts';
export type { Told } from './read-told.ts';
