import { isCauseId, isPageId, pageIds } from '../causes.ts';
import { headings, type WrittenLocale, type WrittenSection } from './headings.ts';
import type { Page, SectionId } from './page.ts';
import type { Problem } from './problem.ts';
import { causeMatter, topicMatter, type PageMatter } from './schema.ts';
import {
  fault,
  lengthProblems,
  listSources,
  splitFile,
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
  return { value: toPage(matter, file.locale, sections), problems: [] };
}

function toPage(
  matter: PageMatter,
  locale: WrittenLocale,
  sections: ReadonlyMap<WrittenSection, string>,
): Page {
  const sources = toSources(matter.sources);
  const section = (id: SectionId): string =>
    id === 'sources' ? listSources(sources) : (sections.get(id) ?? '');
  return {
    claims: [],
    ...matter,
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

function readSections(
  body: string,
  firstLine: number,
  file: ContentFile,
): { sections: Map<WrittenSection, string>; problems: Problem[] } {
  const expected = Object.entries(headings[file.locale]) as [WrittenSection, string][];
  const found = splitSections(body);
  const problems: Problem[] = [];
  const sections = new Map<WrittenSection, string>();
  if (
    found.map(({ heading }) => heading).join() !== expected.map(([, heading]) => heading).join()
  ) {
    const wanted = expected.map(([, heading]) => heading).join(' / ');
    problems.push(fault(file.name, firstLine, 'sections', `must be, in this order: ${wanted}`));
  }
  for (const { heading, line, text } of found) {
    const id = expected.find(([, name]) => name === heading)?.[0];
    if (id) sections.set(id, text);
    const at = { file: file.name, line: firstLine + line, field: heading };
    problems.push(...lengthProblems(text, at));
  }
  return { sections, problems };
}

/** Splits at `## ` lines, but not inside code fences, where `## ` may be a comment. */
function splitSections(body: string): { heading: string; line: number; text: string }[] {
  const sections: { heading: string; line: number; lines: string[] }[] = [];
  let inCode = false;
  body.split('\n').forEach((text, line) => {
    if (text.startsWith('```')) inCode = !inCode;
    if (!inCode && text.startsWith('## '))
      sections.push({ heading: text.slice(3).trim(), line, lines: [] });
    else sections.at(-1)?.lines.push(text);
  });
  return sections.map(({ heading, line, lines }) => ({
    heading,
    line,
    text: lines.join('\n').trim(),
  }));
}
