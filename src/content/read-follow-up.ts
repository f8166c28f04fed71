import { frameworks, type Framework } from '../evidence/index.ts';
import { followUpIds, isFollowUpId } from '../ids.ts';
import { codeFact, codeProblems } from './code.ts';
import type { Draft, Fact } from './draft.ts';
import { exampleHeadings } from './headings.ts';
import type { FollowUp } from './page.ts';
import type { Problem } from './problem.ts';
import { splitSections, type Section } from './read-sections.ts';
import { followUpMatter, type FollowUpMatter } from './schema.ts';
import {
  factsOf,
  fault,
  lengthProblems,
  misnamedFile,
  splitFile,
  tighten,
  toSources,
  type ContentFile,
} from './split-file.ts';

/** One Markdown file: YAML between two `---` lines, then one text; below it there may be an example in each framework. */
export function readFollowUp(text: string, file: ContentFile): Draft<FollowUp> {
  if (!isFollowUpId(file.id)) return misnamedFile(file, followUpIds);
  const split = splitFile(text, file, followUpMatter);
  const sections = splitSections(split.body, split.bodyLine);
  const lines = split.body.split('\n');
  const own = lines.slice(0, (sections[0]?.line ?? Infinity) - split.bodyLine).join('\n');
  const body = own.trim();
  const blank = own.split('\n').findIndex((line) => line.trim() !== '');
  const at = { file: file.name, line: split.bodyLine + Math.max(0, blank), field: 'body' };
  const examples = readExamples(sections, split.bodyLine, file);
  const problems = [
    ...split.problems,
    ...lengthProblems(body, at),
    ...codeProblems(body, at),
    ...examples.problems,
  ];
  return {
    file: file.name,
    id: file.id,
    facts: [
      ...factsOf(split, ['see', 'picture', 'sources']),
      codeFact('body', 'body', at.line, body),
      ...examples.facts,
    ],
    problems,
    ...(split.value &&
      problems.length === 0 && {
        item: {
          ...toFollowUp(split.value, file, body),
          ...(sections.length > 0 && { examples: examples.texts }),
        },
      }),
  };
}

interface Examples {
  readonly texts: Readonly<Record<Framework, string>>;
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
}

/** None, or one for each framework, with code of it. */
function readExamples(
  sections: readonly Section[],
  bodyLine: number,
  { name, locale }: ContentFile,
): Examples {
  const headings = exampleHeadings[locale];
  const wanted = Object.values(headings).join(' / ');
  const isRight =
    sections.length === 0 || sections.map(({ heading }) => heading).join(' / ') === wanted;
  const textOf = (framework: Framework) =>
    tighten(sections.find(({ heading }) => heading === headings[framework])?.text ?? '');
  return {
    texts: { keras: textOf('keras'), pytorch: textOf('pytorch'), tfjs: textOf('tfjs') },
    facts: sections.map(({ heading, textLine, text }) => {
      const framework = frameworks.find((each) => headings[each] === heading);
      return codeFact(framework ?? heading, heading, textLine, text);
    }),
    problems: [
      ...(isRight
        ? []
        : [fault(name, bodyLine, 'examples', `must be, in this order: ${wanted}, or none`)]),
      ...sections.flatMap(({ heading, line, text, textLine }) => [
        ...lengthProblems(text, { file: name, line, field: heading }),
        ...codeProblems(text, { file: name, line: textLine, field: heading }),
      ]),
    ],
  };
}

const toFollowUp = (
  matter: FollowUpMatter,
  { locale, phrasings }: ContentFile,
  body: string,
): FollowUp => ({
  ...matter,
  phrasings,
  sources: toSources(matter.sources),
  locale,
  body: tighten(body),
});
