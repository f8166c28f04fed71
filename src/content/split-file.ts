import type { z } from 'zod';
import type { Draft, Fact } from './draft.ts';
import type { WrittenLocale } from './headings.ts';
import type { Source } from './page.ts';
import type { Problem } from './problem.ts';
import { parseYaml, type Parsed } from './yaml-file.ts';

/** Longest text that still fits into one message beside its heading and menu. */
const longestText = 3000;

/** A Markdown file of content/: its name in problems, the id that its name gives, its language, how people ask for it. */
export interface ContentFile {
  readonly name: string;
  readonly id: string;
  readonly locale: WrittenLocale;
  readonly phrasings: readonly string[];
}

/** The parts of a file; each can be checked though the other is wrong. */
export interface SplitFile<T> extends Parsed<T> {
  readonly body: string;
  /** The line at which the body starts. */
  readonly bodyLine: number;
}

/** Splits a file into its front matter, checked against a schema, and the Markdown below. */
export function splitFile<T extends { readonly id: string }>(
  text: string,
  file: ContentFile,
  schema: z.ZodType<T>,
): SplitFile<T> {
  const [, yaml, body] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  if (yaml === undefined || body === undefined) {
    const message = 'start the file with --- , then YAML, then --- again';
    const problems = [fault(file.name, 1, 'front matter', message)];
    return { file: file.name, raw: undefined, problems, lineAt: () => 1, body: text, bodyLine: 1 };
  }
  const matter = parseYaml(yaml, schema, { file: file.name, firstLine: 2 });
  return {
    ...matter,
    problems: [
      ...matter.problems.filter(({ field }) => field !== 'id'),
      ...(matter.raw !== undefined && fieldsOf(matter.raw)['id'] !== file.id
        ? [fault(file.name, matter.lineAt(['id']), 'id', `must be the file name, ${file.id}`)]
        : []),
    ],
    body,
    bodyLine: yaml.split('\n').length + 2,
  };
}

const fieldsOf = (raw: unknown): Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null ? { ...raw } : {};

/** The fields of the front matter that must be the same in every language; of the sources only their addresses. */
export function factsOf({ raw, lineAt }: Parsed<unknown>, fields: readonly string[]): Fact[] {
  if (raw === undefined) return [];
  const matter = fieldsOf(raw);
  return fields.map((field) => ({
    id: field,
    field,
    line: lineAt([field]),
    value: field === 'sources' ? addressesOf(matter[field]) : (matter[field] ?? null),
  }));
}

const addressesOf = (sources: unknown): unknown =>
  Array.isArray(sources) ? sources.map((source: { url?: unknown } | null) => source?.url) : null;

/** The draft of a file whose name is no id of a page or follow-up. */
export const misnamedFile = ({ name, id }: ContentFile, ids: readonly string[]): Draft<never> => ({
  file: name,
  id,
  facts: [],
  problems: [fault(name, 1, 'file', `must be named ${ids.join(' / ')}`)],
});

export const fault = (file: string, line: number, field: string, message: string): Problem => ({
  file,
  line,
  field,
  message,
});

/** Discord shows every blank line, and sets code and headings apart by itself. */
export const tighten = (text: string): string =>
  text
    .trim()
    .replaceAll(/^(#{1,3} .+)\n\n/gm, '$1\n')
    .replaceAll(/\n\n```/g, '\n```')
    .replaceAll(/^```\n\n/gm, '```\n');

/** What is wrong with the length of a text, together with the text that is shown with it. */
export function lengthProblems(
  text: string,
  at: { file: string; line: number; field: string },
  shownWith = '',
): Problem[] {
  if (text === '') return [fault(at.file, at.line, at.field, 'is empty')];
  const { length } = `${text}${shownWith}`;
  if (length <= longestText) return [];
  const both = shownWith && ' together with what it does not fix';
  const message = `has ${length} characters${both}; at most ${longestText} fit`;
  return [fault(at.file, at.line, at.field, message)];
}

export const toSources = (
  sources: readonly { title: string; url?: string | undefined }[],
): Source[] => sources.map(({ title, url }) => (url ? { title, url } : { title }));
