import { frameworks, type Framework } from '../evidence/index.ts';
import { isCauseId, isPageId, pageIds, type SectionId } from '../ids.ts';
import { listLinks } from '../words/index.ts';
import type { Draft } from './draft.ts';
import { headings, type WrittenSection } from './headings.ts';
import type { Page } from './page.ts';
import type { Problem } from './problem.ts';
import { readSections } from './read-sections.ts';
import { causeMatter, topicMatter, type PageMatter } from './schema.ts';
import {
  factsOf,
  fault,
  misnamedFile,
  splitFile,
  tighten,
  toSources,
  type ContentFile,
  type SplitFile,
} from './split-file.ts';

/** One Markdown file: YAML between two `---` lines, then the seven sections. */
export function readPage(text: string, file: ContentFile): Draft<Page> {
  if (!isPageId(file.id)) return misnamedFile(file, pageIds);
  const split = splitFile<PageMatter>(text, file, isCauseId(file.id) ? causeMatter : topicMatter);
  const { sections, facts, problems: inBody } = readSections(split.body, split.bodyLine, file);
  const problems = [...split.problems, ...inBody, ...strayFixes(split, sections, file)];
  return {
    file: file.name,
    id: file.id,
    facts: [...factsOf(split, ['cases', 'fix', 'picture', 'sources', 'claims', 'under']), ...facts],
    problems,
    ...(split.value && problems.length === 0 && { item: toPage(split.value, file, sections) }),
  };
}

const sectionOf = {
  pytorch: 'fix-pytorch',
  keras: 'fix-keras',
  tfjs: 'fix-tensorflowjs',
} as const satisfies Record<Framework, WrittenSection>;

/** Tests run the code of a section, so a line from it is right. */
function strayFixes(
  { value, lineAt }: SplitFile<PageMatter>,
  sections: ReadonlyMap<WrittenSection, string>,
  { name, locale }: ContentFile,
): Problem[] {
  if (!value) return [];
  return frameworks.flatMap((framework) => {
    const section = sectionOf[framework];
    if (sections.get(section)?.includes(value.fix[framework]) ?? true) return [];
    const message = `must stand in the code under "${headings[locale][section]}", letter by letter`;
    return [fault(name, lineAt(['fix', framework]), `fix.${framework}`, message)];
  });
}

function toPage(
  matter: PageMatter,
  { locale, phrasings }: ContentFile,
  sections: ReadonlyMap<WrittenSection, string>,
): Page {
  const sources = toSources(matter.sources);
  const section = (id: SectionId): string =>
    id === 'sources' ? listLinks(sources) : tighten(sections.get(id) ?? '');
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
