import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkParameters, runDemo, type Comparison } from '../../src/demos/index.ts';
import type { Framework } from '../../src/evidence/index.ts';
import { createEngine, type Engine } from '../../src/lstm/index.ts';
import { projectRoot } from '../../src/root.ts';
import { takeHome } from '../../src/take-home/index.ts';

/** In milliseconds: a few seconds of computing, on a busy machine more. */
const patience = 300_000;

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('kernel');
});

/** A training for each run, with dropout masks · one trained model that is called · a sweep over settings. */
const demos = ['dropout/training', 'dropout/inference', 'time-steps/alignment'] as const;

async function resultOf(demo: string): Promise<Comparison> {
  const [cause = '', variant = ''] = demo.split('/');
  const checked = checkParameters({ cause, variant, runs: 2, seed: '7' });
  if (!checked.ok) throw new Error(`No demo: ${demo}`);
  const result = await runDemo(engine, checked.parameters);
  if (result.kind !== 'comparison') throw new Error('Not of one cause.');
  return result;
}

const fileOf = async (demo: string, framework: Framework, file: string) =>
  takeHome(engine, await resultOf(demo), { framework, locale: 'en', file });

/** It ends at the bot's numbers, and its control has the same bits each time. */
function expectTheBotsNumbers(printed: string) {
  const largest = [...printed.matchAll(/Largest difference from the bot’s forecasts: (\S+)/g)];
  expect(largest).toHaveLength(2);
  for (const [, difference] of largest) expect(Number(difference)).toBeLessThan(1e-3);
  expect(printed).toContain('identical, to the last bit: yes');
}

describe('a notebook', () => {
  interface Cell {
    readonly cell_type: 'code' | 'markdown';
    readonly source: readonly string[];
  }

  async function codeCells(demo: string, framework: Framework): Promise<string[]> {
    const notebook = JSON.parse(await fileOf(demo, framework, 'a.ipynb')) as { cells: Cell[] };
    return notebook.cells
      .filter(({ cell_type }) => cell_type === 'code')
      .map(({ source }) => source.join(''));
  }

  /** All in one process: it takes longer to load a framework than to run a notebook. */
  async function printedBy(notebooks: readonly string[][]): Promise<string[]> {
    const child = spawn('python3', [join(import.meta.dirname, 'run.py')], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
    });
    child.stdin.end(JSON.stringify(notebooks));
    const [printed, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    if (printed === '') throw new Error(errors);
    return JSON.parse(printed) as string[];
  }

  const names = { pytorch: 'PyTorch', keras: 'Keras' } as const;
  const packages = { pytorch: ['torch'], keras: ['keras', 'tensorflow'] } as const;
  describe.each(['pytorch', 'keras'] as const)('for %s', (framework) => {
    const found = [...packages[framework], 'numpy'].map(
      (name) => `importlib.util.find_spec('${name}')`,
    );
    const code = `import importlib.util, sys; sys.exit(not (${found.join(' and ')}))`;
    const isThere = spawnSync('python3', ['-c', code]).status === 0;
    if (!isThere)
      console.log(
        `SKIPPED: the notebooks for ${names[framework]}, because python3 or ${packages[framework].join(', ')} is missing.`,
      );

    it.skipIf(!isThere)(
      'ends at the bot’s numbers, and leaves the chart out where there is no matplotlib',
      async () => {
        const notebooks = await Promise.all(demos.map((demo) => codeCells(demo, framework)));
        const printed = await printedBy(notebooks);
        expect(printed).toHaveLength(demos.length);
        for (const each of printed) {
          expectTheBotsNumbers(each);
          expect(each).toContain('SKIPPED: no chart, because matplotlib is missing');
        }
      },
      patience,
    );

    it.skipIf(!isThere)(
      'names each run in which a last bit decides, also where several have the same setting',
      async () => {
        const cells = await codeCells('hyperparameters/clipping', framework);
        const trained = 'np.array([numbers(run["bot"]) for run in $1], float)';
        const untrained = cells.map((cell) =>
          cell.replace(/(?<== )forecasts\((runs|control)\)/, trained),
        );
        const [printed = ''] = await printedBy([untrained]);
        expect(printed.match(/\b0\.01: 0e\+00/g)?.length).toBeGreaterThan(5);
      },
      patience,
    );
  });
});

describe('a script for TensorFlow.js', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seedling-take-home-'));
    await standIn(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(['batch-order/retrain', 'dropout/inference'])(
    'ends at the bot’s numbers, and writes a chart: %s',
    async (demo) => {
      await writeFile(join(folder, 'a.mjs'), await fileOf(demo, 'tfjs', 'a.mjs'));
      const child = spawn(process.execPath, ['a.mjs'], { cwd: folder });
      const [printed, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
      expect(errors).not.toContain('Error');
      expectTheBotsNumbers(printed);
      expect(printed).toContain('Chart: forecasts.svg');
    },
    patience,
  );
});

/** What `npm install @tensorflow/tfjs @tensorflow/tfjs-backend-wasm` would put there, from the packages of this project. */
async function standIn(folder: string) {
  const scope = join(folder, 'node_modules', '@tensorflow');
  await mkdir(join(scope, 'tfjs'), { recursive: true });
  const parts = ['tfjs-core', 'tfjs-layers', 'tfjs-backend-cpu', 'tfjs-backend-wasm'];
  for (const part of parts)
    await symlink(join(projectRoot, 'node_modules', '@tensorflow', part), join(scope, part));
  await writeFile(join(scope, 'tfjs', 'package.json'), '{ "exports": "./index.mjs" }');
  await writeFile(
    join(scope, 'tfjs', 'index.mjs'),
    [
      "import '@tensorflow/tfjs-backend-cpu';",
      "export * from '@tensorflow/tfjs-core';",
      "export * from '@tensorflow/tfjs-layers';",
    ].join('\n'),
  );
}
