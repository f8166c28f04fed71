import type { Attachment, FileProblem } from '../../src/attachments/index.ts';
import { limits as ofCode } from '../../src/code-check/index.ts';
import { limits as ofOutputs } from '../../src/outputs-check/index.ts';
import type { Services } from '../framework/services.ts';

/** What somebody sent to be checked: a file, or a text. */
export type Sent =
  | { readonly kind: 'file'; readonly file: Attachment }
  | { readonly kind: 'text'; readonly text: string; readonly name: string };

export interface Content {
  readonly bytes: Uint8Array;
  /** Empty for a text. */
  readonly name: string;
}

type ReadContent =
  ({ readonly ok: true } & Content) | { readonly ok: false; readonly problem: FileProblem };

export const codeFiles = ['.py', '.ipynb', '.js', '.ts', '.txt'] as const;
export const outputFiles = ['.csv', '.txt', '.json', '.npy', '.npz'] as const;

export const sentFile = (file: Attachment): Sent => ({ kind: 'file', file });

export const sentText = (text: string, name = ''): Sent => ({ kind: 'text', text, name });

export const readCode = (sent: Sent, services: Pick<Services, 'attachments'>) =>
  read(sent, services, (name) => (isNotebook(name) ? ofCode.notebookBytes : ofCode.bytes));

export const readOutputs = (sent: Sent, services: Pick<Services, 'attachments'>) =>
  read(sent, services, () => ofOutputs.bytes);

async function read(
  sent: Sent,
  { attachments }: Pick<Services, 'attachments'>,
  mostOf: (name: string) => number,
): Promise<ReadContent> {
  if (sent.kind === 'file') return attachments.read(sent.file, mostOf(sent.file.name));
  return { ok: true, bytes: Buffer.from(sent.text), name: sent.name };
}

const isNotebook = (name: string): boolean => /\.ipynb$/i.test(name);

/** The first file that may be code; `.txt` last, for that may be anything. */
const codeAmong = (files: readonly Attachment[]): Attachment | undefined =>
  firstOf(files, ['.py', '.ipynb', '.js', '.ts']) ?? firstOf(files, ['.txt']);

const outputsAmong = (files: readonly Attachment[]): Attachment | undefined =>
  firstOf(files, ['.csv', '.json', '.npy', '.npz']);

const firstOf = (files: readonly Attachment[], endings: readonly string[]) =>
  files.find(({ name }) => endings.some((ending) => name.toLowerCase().endsWith(ending)));

/**
 * Python whose lines were joined, as older Discord apps do with the options of commands: its indents are lost, and no reading
 * brings them back. JavaScript has braces.
 */
export const isFlatPython = (text: string): boolean =>
  !/[\n{]/.test(text.trim()) && (text.match(statements) ?? []).length >= 3;

const statements =
  /(?:^|\s)(?:import \w|from \w[\w.]* import|def \w+\(|class \w|for \w+ in |return |with \w|print\(|[\w.]+ = \S)/g;

/** A block between fences, with the language that is named for it. The last one may not be closed. */
const fenced = /```(?:([\w+-]*)[^\S\n]*\n)?([^]*?)(?:```|$)/g;

/** A message in two parts: the code between its fences, and what else it says. Undefined: it has no such code. */
function splitMessage(text: string): { code: Sent; rest: string } | undefined {
  const blocks = [...text.matchAll(fenced)].filter(([, , inside = '']) => inside.trim() !== '');
  if (blocks.length === 0) return undefined;
  const language = blocks.find(([, named = '']) => named !== '')?.[1] ?? '';
  const code = blocks.map(([, , inside = '']) => inside).join('\n');
  return {
    code: sentText(code, /^(js|ts|javascript|typescript)$/i.test(language) ? 'message.ts' : ''),
    rest: text.replaceAll(fenced, ' ').replaceAll(/\s+/g, ' ').trim(),
  };
}

/** What a message holds to be checked: a file, or code between fences. */
export interface Found {
  readonly kind: 'code' | 'outputs';
  readonly sent: Sent;
  /** What the message says beside it, in one line. */
  readonly rest: string;
}

export function sentIn({
  text,
  files,
}: {
  readonly text: string;
  readonly files: readonly Attachment[];
}): Found | undefined {
  const split = splitMessage(text);
  const rest = split?.rest ?? text.replaceAll(/\s+/g, ' ').trim();
  const code = codeAmong(files);
  if (code) return { kind: 'code', sent: sentFile(code), rest };
  if (split) return { kind: 'code', sent: split.code, rest };
  const outputs = outputsAmong(files);
  return outputs && { kind: 'outputs', sent: sentFile(outputs), rest };
}
