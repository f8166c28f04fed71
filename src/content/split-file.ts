import type { z } from 'zod';
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

/** Splits a file into its front matter, checked against a schema, and the Markdown below with the line it starts at. */
export function splitFile<T extends { readonly id: string }>(
  text: string,
  file: ContentFile,
  schema: z.ZodType<T>,
): Parsed<{ matter: T; body: string; bodyLine: number }> {
  const [, yaml, body] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  if (yaml === undefined || body === undefined)
    return {
      problems: [
        fault(file.name, 1, 'front matter', 'start the file with --- , then YAML, then --- again'),
      ],
    };
  const { value: matter, problems } = parseYaml(yaml, schema, { file: file.name, firstLine: 2 });
  if (!matter) return { problems };
  if (matter.id !== file.id)
    return { problems: [fault(file.name, 2, 'id', `must be the file name, ${file.id}`)] };
  return { value: { matter, body, bodyLine: yaml.split('\n').length + 2 }, problems: [] };
}

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

/** What is wrong with the length of a text, or of it and another one that is shown with it. */
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

export const listSources = (sources: readonly Source[]): string =>
  sources.map(({ title, url }) => (url ? `- [${title}](${url})` : `- ${title}`)).join('\n');
