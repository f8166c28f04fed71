import { LineCounter, parseDocument, isNode, type Document } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

export type Parsed<T> =
  | { readonly value: T; readonly problems: [] }
  | { readonly value?: undefined; readonly problems: Problem[] };

/** Reads YAML against a schema; every problem names its line. `firstLine` is where the YAML starts in the file. */
export function parseYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  at: { file: string; firstLine: number },
): Parsed<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (offset: number): number => lines.linePos(offset).line + at.firstLine - 1;
  const broken = document.errors.map(({ pos, message }) => ({
    file: at.file,
    line: lineOf(pos[0]),
    field: 'yaml',
    message: message.split('\n')[0] ?? message,
  }));
  if (broken.length > 0) return { problems: broken };
  const checked = schema.safeParse(document.toJS() ?? {});
  if (checked.success) return { value: checked.data, problems: [] };
  const problems = checked.error.issues.map(({ path, message }) => ({
    file: at.file,
    line: lineOf(offsetOf(document, path)),
    field: path.join('.') || 'front matter',
    message,
  }));
  return { problems };
}

/** Where the value at this path stands, or the nearest one around it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
