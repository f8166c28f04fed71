import { checkCode, diffOf, type CodeReport, type Finding } from '../../../src/code-check/index.ts';
import { applyDiff } from './apply.ts';
import type { Mutant } from './mutants.ts';
import { contentOf, lineIn, type Script } from './scripts.ts';

export function checkScript(script: Script): CodeReport {
  const checked = checkCode({ content: contentOf(script), fileName: script.name });
  if (!checked.ok) throw new Error(`${script.name}: ${checked.problem}`);
  return checked.report;
}

/** Findings that show without another training: false ones among them send people the wrong way. */
export const isStrict = ({ when }: Finding): boolean => /^(call|later-call|process)$/.test(when);

/** Whether a finding is the one that the fault was made for: its time, its page, its line give or take one. */
export const isExpected =
  (mutant: Mutant) =>
  ({ when, page, place, others }: Finding): boolean =>
    when === mutant.when &&
    page !== null &&
    mutant.pages.includes(page) &&
    [place, ...others].some((each) =>
      mutant.expected.some((line) => Math.abs(line - lineIn(mutant, each)) <= 1),
    );

/** The script with the corrected lines of a finding in it; null where there are none. */
export function corrected(script: Script, finding: Finding): Script | null {
  const diff = diffOf({ content: contentOf(script), fileName: script.name }, [finding]);
  if (diff === '') return null;
  return {
    ...script,
    lines: applyDiff(script.lines, diff, (cell) => lineIn(script, { line: 0, cell })),
  };
}
