import type { CleaningNote } from '../report.ts';
import { withoutFullWidth } from './full-width.ts';
import { withoutPrompts } from './prompts.ts';
import { closeStrings } from './open-string.ts';
import { withoutProse } from './prose.ts';
import { onlyFenced, onlyScripts } from './surroundings.ts';

interface CleanLines {
  readonly lines: string[];
  readonly notes: CleaningNote[];
}

/** Each step takes lines and gives as many. Their order matters: what stands around code goes first. */
export function cleanLines(
  original: readonly string[],
  fileName: string,
  lineLength: number,
): CleanLines {
  const notes: CleaningNote[] = [];
  let lines = original.map(plainSigns);
  if (lines.some((line) => line.length > lineLength)) notes.push({ kind: 'long-lines' });
  lines = lines.map((line) => shortened(line, lineLength));
  lines = onlyFenced(lines);
  lines = onlyScripts(lines, fileName);
  lines = withoutPrompts(lines);
  lines = lines.map(withoutMagic);
  const ascii = withoutFullWidth(lines, !isScript(fileName));
  const first = ascii.findIndex((line, at) => line !== lines[at]);
  if (first >= 0)
    notes.push({ kind: 'full-width', place: { line: first + 1, endLine: first + 1 } });
  const isPython = !isScript(fileName);
  const { lines: closed, opened } = isPython ? closeStrings(ascii) : { lines: ascii, opened: [] };
  for (const at of opened)
    notes.push({ kind: 'open-string', place: { line: at + 1, endLine: at + 1 } });
  return { lines: withoutProse(closed), notes };
}

const isScript = (fileName: string): boolean => /\.([cm]?[jt]sx?|html?)$/i.test(fileName);

/** Signs that look like nothing or like a blank. */
const plainSigns = (line: string): string =>
  line
    .replace(/[\u200B\uFEFF\u2060\0]/g, '')
    .replace(/[\u00A0\u3000]/g, ' ')
    .replace(/\r$/, '');

/** A line of thousands of numbers says nothing and costs seconds: its middle goes. */
const shortened = (line: string, length: number): string =>
  line.length <= length ? line : `${line.slice(0, length / 2)} ${line.slice(-200)}`;

/** Commands of a notebook: `%matplotlib inline`, `!pip install`, `model?`. `files = !ls` -> `files = None`. */
function withoutMagic(line: string): string {
  if (/^\s*([%!?]|\w+[\w.]*\?{1,2}\s*$)/.test(line) && !/^\s*!(=|\w+\s*[(&|.])/.test(line))
    return '';
  return line.replace(/^(\s*[\w, ]+=\s*)[!%]\s*[a-zA-Z].*$/, '$1None');
}
