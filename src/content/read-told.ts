import { differences, frameworks, heldThings, sizes, type Evidence } from '../evidence/index.ts';

/** What an expert read in an open question. */
export type Told = Pick<Evidence, 'between' | 'held' | 'size' | 'framework'>;

/** What a cell may say beside the pieces of evidence. */
const nothings: Readonly<Record<string, readonly string[]>> = {
  between: ['none'],
  size: ['unknown'],
  framework: ['none', 'other', 'tf1'],
};
const known: Readonly<Record<string, readonly string[]>> = {
  between: differences,
  held: heldThings,
  size: sizes,
  framework: frameworks,
};

/** Reads a cell such as `difference=1;between=calls;held=seed,data;size=small`; other keys are for people. */
export function readTold(cell: string): Told | undefined {
  const read = valuesIn(cell);
  if (read.size === 0) return undefined;
  const of = <Id extends string>(key: string, all: readonly Id[]): Id[] =>
    all.filter((id) => read.get(key)?.includes(id));
  const [size] = of('size', sizes);
  const [framework] = of('framework', frameworks);
  return {
    between: of('between', differences),
    held: of('held', heldThings),
    ...(size ? { size } : {}),
    ...(framework ? { framework } : {}),
  };
}

/** What stands in the cell and is no evidence that we know. */
export const unknownIn = (cell: string): string[] =>
  [...valuesIn(cell)].flatMap(([key, values]) => {
    const all = known[key];
    return all ? values.filter((id) => !all.includes(id) && !nothings[key]?.includes(id)) : [];
  });

const valuesIn = (cell: string): Map<string, string[]> =>
  new Map(
    cell
      .split(';')
      .map((part) => part.split('='))
      .filter(([key]) => key)
      .map(([key = '', values = '']) => [key.trim(), listOf(values)]),
  );

const listOf = (values: string): string[] =>
  values
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);
