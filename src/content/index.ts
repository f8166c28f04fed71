export { loadContent, type Loaded } from './load.ts';
export {
  sectionIds,
  type Ambiguous,
  type Case,
  type Claim,
  type Concept,
  type Content,
  type Expectation,
  type Page,
  type SectionId,
  type Source,
} from './page.ts';
