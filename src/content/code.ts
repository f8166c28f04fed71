import type { Fact } from './draft.ts';
import type { SectionId } from '../ids.ts';
import type { Problem } from './problem.ts';
import { fault } from './split-file.ts';

/** What a fence may be marked as; each is run by a test. */
const languages = ['js', 'python'] as const;

/** Columns that Discord shows without breaking the line; a Chinese character takes two. */
const widestLine = 72;

interface Block {
  readonly language: string;
  /** Of the opening fence, counted from 0 within the text. */
  readonly line: number;
  readonly lines: readonly string[];
  readonly closed: boolean;
}

/** The section of a fix must hold code of its framework. */
const demanded: Readonly<Partial<Record<SectionId, (typeof languages)[number]>>> = {
  'fix-keras': 'python',
  'fix-pytorch': 'python',
  'fix-tensorflowjs': 'js',
};

/** Code of a section without its comments, which are translated: what must be the same in every language. */
const codeOf = (text: string): string =>
  blocksOf(text)
    .map(({ language, lines }) =>
      lines
        .map((line) => line.replace(language === 'js' ? / *\/\/ .*$/ : / *# .*$/, ''))
        .join('\n'),
    )
    .join('\n\n');

/** The code of a section or a body, to be compared with that of another language. */
export const codeFact = (id: string, field: string, line: number, text: string): Fact => ({
  id,
  field,
  line,
  value: codeOf(text),
  what: 'the code, comments apart, ',
});

/** What is wrong with the code of a section that starts at this line. */
export function codeProblems(
  text: string,
  at: { file: string; line: number; field: string },
  section?: SectionId,
): Problem[] {
  const blocks = blocksOf(text);
  const wanted = section && demanded[section];
  const complain = (line: number, message: string) =>
    fault(at.file, at.line + line, at.field, message);
  return [
    ...blocks.flatMap(({ language, line, closed }) => [
      ...(closed ? [] : [complain(line, 'the code is not closed with ```')]),
      ...(languages.some((known) => known === language)
        ? []
        : [complain(line, `mark the code as ${languages.join(' or ')}, not as "${language}"`)]),
    ]),
    ...blocks.flatMap(({ line, lines }) =>
      lines.flatMap((content, below) => {
        const width = widthOf(content);
        const message = `this line of code has ${width} columns; at most ${widestLine} are shown in one line`;
        return width > widestLine ? [complain(line + 1 + below, message)] : [];
      }),
    ),
    ...(wanted && !blocks.some(({ language }) => language === wanted)
      ? [complain(0, `needs an example in ${wanted}`)]
      : []),
  ];
}

const widthOf = (line: string): number =>
  Array.from(line).reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);

function blocksOf(text: string): Block[] {
  const blocks: { language: string; line: number; lines: string[]; closed: boolean }[] = [];
  text.split('\n').forEach((content, line) => {
    const open = blocks.at(-1)?.closed === false ? blocks.at(-1) : undefined;
    if (open && content.startsWith('```')) open.closed = true;
    else if (open) open.lines.push(content);
    else if (content.startsWith('```'))
      blocks.push({ language: content.slice(3), line, lines: [], closed: false });
  });
  return blocks;
}
