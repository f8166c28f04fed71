import { headings, type WrittenLocale, type WrittenSection } from './headings.ts';
import type { Page, SectionId, Source } from './page.ts';
import type { Problem } from './problem.ts';
import { frontMatter, type FrontMatter } from './schema.ts';
import { parseYaml, type Parsed } from './yaml-file.ts';

/** Longest section that still fits into one message beside its heading and menu. */
const longestSection = 3000;

/** One Markdown file: YAML between two `---` lines, then the seven sections. */
export function readPage(
  text: string,
  file: { name: string; id: string; locale: WrittenLocale },
): Parsed<Page> {
  const [, yaml, body] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  if (yaml === undefined || body === undefined)
    return {
      problems: [
        fault(file.name, 1, 'front matter', 'start the file with --- , then YAML, then --- again'),
      ],
    };
  const matter = parseYaml(yaml, frontMatter, { file: file.name, firstLine: 2 });
  if (!matter.value) return matter;
  const bodyLine = yaml.split('\n').length + 2;
  const { sections, problems } = readSections(body, bodyLine, file);
  if (matter.value.id !== file.id)
    problems.push(fault(file.name, 2, 'id', `must be the file name, ${file.id}`));
  if (problems.length > 0) return { problems };
  return { value: toPage(matter.value, file.locale, sections), problems: [] };
}

const fault = (file: string, line: number, field: string, message: string): Problem => ({
  file,
  line,
  field,
  message,
});

function toPage(
  matter: FrontMatter,
  locale: WrittenLocale,
  sections: ReadonlyMap<WrittenSection, string>,
): Page {
  const sources = matter.sources.map(({ title, url }): Source =>
    url ? { title, url } : { title },
  );
  const section = (id: SectionId): string =>
    id === 'sources' ? listSources(sources) : (sections.get(id) ?? '');
  return {
    ...matter,
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

const listSources = (sources: readonly Source[]): string =>
  sources.map(({ title, url }) => (url ? `- [${title}](${url})` : `- ${title}`)).join('\n');

function readSections(
  body: string,
  firstLine: number,
  file: { name: string; locale: WrittenLocale },
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
    if (text === '') problems.push(fault(file.name, firstLine + line, heading, 'is empty'));
    if (text.length > longestSection)
      problems.push(
        fault(
          file.name,
          firstLine + line,
          heading,
          `has ${text.length} characters; at most ${longestSection} fit`,
        ),
      );
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
