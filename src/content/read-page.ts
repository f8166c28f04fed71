import { isCauseId, isPageId, pageIds } from '../causes.ts';
import type { WrittenSection } from './headings.ts';
import type { Page, SectionId } from './page.ts';
import { readSections } from './read-sections.ts';
import { causeMatter, topicMatter, type PageMatter } from './schema.ts';
import {
  fault,
  listSources,
  splitFile,
  tighten,
  toSources,
  type ContentFile,
} from './split-file.ts';
import type { Parsed } from './yaml-file.ts';

/** One Markdown file: YAML between two `---` lines, then the seven sections. */
export function readPage(text: string, file: ContentFile): Parsed<Page> {
  if (!isPageId(file.id))
    return { problems: [fault(file.name, 1, 'file', `must be named ${pageIds.join(' / ')}`)] };
  const split = splitFile<PageMatter>(text, file, isCauseId(file.id) ? causeMatter : topicMatter);
  if (!split.value) return split;
  const { matter, body, bodyLine } = split.value;
  const { sections, problems } = readSections(body, bodyLine, file);
  if (problems.length > 0) return { problems };
  return { value: toPage(matter, file, sections), problems: [] };
}

function toPage(
  matter: PageMatter,
  { locale, phrasings }: ContentFile,
  sections: ReadonlyMap<WrittenSection, string>,
): Page {
  const sources = toSources(matter.sources);
  const section = (id: SectionId): string =>
    id === 'sources' ? listSources(sources) : tighten(sections.get(id) ?? '');
  return {
    claims: [],
    ...matter,
    phrasings,
    sources,
    locale,
    sections: {
      'what-happens': section('what-happens'),
      'when-it-applies': section('when-it-applies'),
      'how-to-check': section('how-to-check'),
      'fix-keras': section('fix-keras'),
      'fix-pytorch': section('fix-pytorch'),
      'fix-tensorflowjs': section('fix-tensorflowjs'),
      'what-the-fix-does-not-fix': section('what-the-fix-does-not-fix'),
      sources: section('sources'),
    },
  };
}
