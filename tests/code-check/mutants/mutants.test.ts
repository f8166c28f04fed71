import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/code-check/parse/index.ts';
import { checkScript, corrected, isExpected, isStrict } from './judge.ts';
import { mutants } from './mutants.ts';
import { lineIn, scripts, type Script } from './scripts.ts';

const judged = mutants.map((mutant) => ({ mutant, report: checkScript(mutant) }));
const sayOf = (script: Script): string[] =>
  checkScript(script)
    .findings.filter((finding) => isStrict(finding))
    .map(({ rule, place }) => `${rule}@${lineIn(script, place)}`);

test.each(scripts.map((script) => [script.name, script] as const))(
  'of %s, which is right, only notes are said',
  (_, script) => {
    const loud = checkScript(script).findings.filter(
      ({ when, sure }) => when !== 'gpu' && sure !== 'maybe',
    );
    expect(loud.map(({ rule, place }) => `${rule}@${place.line}`)).toEqual([]);
  },
);

describe('scripts with one fault each', () => {
  test('there are at least 60 that show without another training', () => {
    expect(mutants.filter(({ when }) => when !== 'retraining').length).toBeGreaterThanOrEqual(60);
  });

  test('at least 95 of 100 findings are the fault', () => {
    const strict = judged.flatMap(({ mutant, report }) =>
      report.findings
        .filter((finding) => isStrict(finding))
        .map((finding) => ({ mutant, finding, isRight: isExpected(mutant)(finding) })),
    );
    const wrong = strict.filter(({ isRight }) => !isRight);
    expect(
      1 - wrong.length / strict.length,
      wrong
        .map(({ mutant, finding }) => `${mutant.name}, ${mutant.fault}: ${finding.rule}`)
        .join('\n'),
    ).toBeGreaterThanOrEqual(0.95);
  });

  test('at least 9 of 10 faults are found', () => {
    const missed = judged.filter(({ mutant, report }) => !report.findings.some(isExpected(mutant)));
    expect(
      1 - missed.length / judged.length,
      missed.map(({ mutant }) => `${mutant.name}: ${mutant.fault}`).join('\n'),
    ).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the corrected lines of a finding', () => {
  const mended = judged.flatMap(({ mutant, report }) =>
    report.findings.filter(isExpected(mutant)).flatMap((finding) => {
      const script = corrected(mutant, finding);
      return script ? [{ mutant, finding, script }] : [];
    }),
  );

  test('parse like the lines they replace', () => {
    for (const { mutant, script } of mended) {
      if (script.name.endsWith('.ipynb')) continue;
      const language = /\.[jt]s$/.test(script.name) ? 'javascript' : 'python';
      const errors = ({ lines }: Script) => parse(lines.join('\n'), language).errors;
      expect(errors(script), `${mutant.name}: ${mutant.fault}`).toBeLessThanOrEqual(errors(mutant));
    }
  });

  test('take the finding away and bring no other', () => {
    const left = mended.flatMap(({ mutant, finding, script }) => {
      const before = sayOf(mutant).length - (isStrict(finding) ? 1 : 0);
      const after = sayOf(script);
      const isStill = checkScript(script).findings.some(
        ({ rule, sure, quote }) =>
          rule === finding.rule && quote === finding.quote && sure === finding.sure,
      );
      return after.length > before || isStill
        ? [`${mutant.name}, ${mutant.fault}: ${finding.rule}, then ${after.join(' ')}`]
        : [];
    });
    expect(left).toEqual([]);
  });

  test('exist for most findings', () => {
    expect(mended.length / judged.length).toBeGreaterThan(0.6);
  });
});
