import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { checkScript, corrected, isExpected } from './judge.ts';
import { mutants } from './mutants.ts';

/** Runs scripts one after the other in one Python and returns what each printed, or its error. */
const runner = `
import contextlib, io, json, sys, traceback
import torch
printed = []
for text in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(text, "script.py", "exec"), {"__name__": "__main__"})
        except Exception:
            out.write(traceback.format_exc())
    printed.append(out.getvalue())
print(json.dumps(printed))
`;

const code = "import importlib.util, sys; sys.exit(not importlib.util.find_spec('torch'))";
const isThere = spawnSync('python3', ['-c', code]).status === 0;
if (!isThere) console.log('SKIPPED: corrected scripts run, because python3 or torch is missing.');

const twice = (call: string): string =>
  `\nwith torch.no_grad():\n    print("SAME", torch.equal(${call}, ${call}))\n`;

/** A script, its fault, and lines that show whether outputs repeat. */
const cases = [
  ['torch-carried-state.py', 'eval() is missing', twice('model(x, None)[0]')],
  ['torch-carried-state.py', 'train() follows eval()', twice('model(x, None)[0]')],
  ['torch-helpers.py', 'eval() is missing', twice('model(ids[:9])')],
  ['torch-helpers.py', 'F.dropout without training=', twice('model(ids[:9])')],
  ['torch-helpers.py', 'F.dropout with training=True', twice('model(ids[:9])')],
] as const;

const scriptsOf = ([name, fault, tail]: (typeof cases)[number]): [string, string] => {
  const mutant = mutants.find((each) => each.name === name && each.fault === fault);
  const finding = mutant && checkScript(mutant).findings.find(isExpected(mutant));
  const mended = mutant && finding && corrected(mutant, finding);
  if (!mended) throw new Error(`${name}, ${fault}: nothing was corrected.`);
  return [mutant.lines.join('\n') + tail, mended.lines.join('\n') + tail];
};

describe.skipIf(!isThere)('scripts that run', () => {
  test('differ from call to call with the fault, and no more with the corrected lines', () => {
    const ran = spawnSync('python3', ['-c', runner], {
      input: JSON.stringify(cases.flatMap(scriptsOf)),
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    const printed = JSON.parse(ran.stdout) as string[];
    expect(printed.map((text) => text.trimEnd().split('\n').at(-1))).toEqual(
      cases.flatMap(() => ['SAME False', 'SAME True']),
    );
  }, 180_000);
});
