import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, isNode, type Document } from 'yaml';
import type { z } from 'zod';
import { inWords } from './in-words.ts';
import type { Problem } from './problem.ts';
import { withUnfinished } from './unfinished.ts';

/** What could be read of some YAML, whatever is wrong with it. */
export interface Parsed<T> {
  /** As told to people: `content/off-topic.yaml`. */
  readonly file: string;
  /** Undefined if the schema doesn't take it. */
  readonly value?: T;
  /** As written, to check what can be checked though something else is wrong; undefined if it is no YAML. */
  readonly raw: unknown;
  readonly problems: readonly Problem[];
  /** The line in the file of what stands at this path, or of the nearest around it. */
  readonly lineAt: (path: readonly PropertyKey[]) => number;
}

/** Reads YAML against a schema; every problem names its line. `firstLine` is where the YAML starts in the file. */
export function parseYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  at: { file: string; firstLine: number },
): Parsed<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (offset: number): number => lines.linePos(offset).line + at.firstLine - 1;
  const lineAt = (path: readonly PropertyKey[]) => lineOf(offsetOf(document, path));
  const { file } = at;
  const broken = document.errors.map(({ pos, message }) => ({
    file,
    line: lineOf(pos[0]),
    field: 'yaml',
    message: message.split('\n')[0] ?? message,
  }));
  if (broken.length > 0) return { file, raw: undefined, problems: broken, lineAt };
  const raw: unknown = document.toJS() ?? {};
  const checked = schema.safeParse(raw, { reportInput: true });
  if (checked.success) return { file, value: checked.data, raw, problems: [], lineAt };
  const problems = checked.error.issues.flatMap(inWords).map(({ path, message }) => ({
    file,
    line: lineAt(path),
    field: path.join('.') || 'front matter',
    message,
  }));
  return { file, raw, problems, lineAt };
}

/** Reads a YAML file of the folder `content`. */
export function readYaml<T>(content: string, name: string, schema: z.ZodType<T>): Parsed<T> {
  const file = `content/${name}`;
  const path = join(content, name);
  if (!existsSync(path)) {
    const missing = { file, line: 1, field: 'file', message: 'is missing' };
    return { file, raw: undefined, problems: [missing], lineAt: () => 1 };
  }
  const text = readFileSync(path, 'utf8');
  const parsed = parseYaml(text, schema, { file, firstLine: 1 });
  return { ...parsed, problems: withUnfinished(file, text, parsed.problems) };
}

/** Where the value at this path stands, or the nearest one around it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
