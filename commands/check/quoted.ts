import type { CodeReport, Finding } from '../../src/code-check/index.ts';
import { code } from '../framework/reply.ts';

/** Characters of one block of somebody's code, and lines of it. */
const most = { characters: 500, lines: 14, ofALine: 160 };

/**
 * Somebody's code in a block of its own. It can't end the block, for no three backticks stand side by side in it, and it
 * can't turn the direction of what follows. In a block nobody is pinged, and the message forbids it too.
 */
export function quotedCode(language: string, lines: readonly string[]): string {
  const shown = lines.slice(0, most.lines).map((line) => cut(line, most.ofALine));
  const text = tame(cut(shown.join('\n'), most.characters));
  return code(language, lines.length > most.lines ? `${text}\n…` : text);
}

const tame = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}]/gu, (sign) => (sign === '\t' ? '    ' : ' '))
    .replaceAll(/[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu, '')
    .replaceAll('`', '`\u200B');

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

/** A name in somebody's code, for a sentence: letters, digits, and what names and paths are made of. */
const nameIn = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{N}_.,=()/ -]/gu, '').slice(0, 60);

/** The same finding, with nothing in its details that a message could take for more than a name. */
export const harmless = (finding: Finding): Finding => ({
  ...finding,
  details: {
    ...finding.details,
    ...(finding.details.name !== undefined && { name: nameIn(finding.details.name) }),
    ...(typeof finding.details.value === 'string' && { value: nameIn(finding.details.value) }),
  },
});

export const harmlessReport = (report: CodeReport): CodeReport => ({
  ...report,
  findings: report.findings.map(harmless),
  notYourCause: report.notYourCause.map(harmless),
  cannotKnow: report.cannotKnow.map((each) => {
    if (each.kind === 'files') return { ...each, names: each.names.slice(0, 5).map(nameIn) };
    return each.kind === 'seed-helper' ? { ...each, name: nameIn(each.name) } : each;
  }),
});
