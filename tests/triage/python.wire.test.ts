import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { snippetsIn } from '../content/snippets/extract.ts';
import { nextStep } from '../../src/triage/index.ts';
import { allPlaces } from './places.ts';

/** The code of every check that a path ends with. */
const checks = Object.fromEntries(
  allPlaces().flatMap((given) => {
    const step = nextStep(given);
    return step.kind === 'result' ? [[step.check.id, step.check.code] as const] : [];
  }),
);

/** How the page on initial weights hashes them, in a framework; run before anything is trained. */
const hashOfPage = (framework: string): string =>
  snippetsIn('en', 'python').find(
    ({ file, code }) =>
      file.endsWith('initial-weights.md') &&
      code.includes('sha256') &&
      code.includes(framework === 'pytorch' ? 'state_dict' : 'get_weights'),
  )?.code ?? '';

/** True if Python has these packages; else says so once. */
function has(...packages: string[]): boolean {
  const found = packages.map((name) => `importlib.util.find_spec('${name}')`).join(' and ');
  const code = `import importlib.util, sys; sys.exit(not (${found}))`;
  const isThere = spawnSync('python3', ['-c', code]).status === 0;
  if (!isThere)
    console.log(
      `SKIPPED: the triage's checks, because python3 or ${packages.join(', ')} is missing.`,
    );
  return isThere;
}

/** What they print, at a first and at a second run. */
async function run(framework: string, chosen: Readonly<Record<string, string>>) {
  const child = spawn('python3', [join(import.meta.dirname, 'checks.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ framework, checks: chosen }));
  return JSON.parse(await text(child.stdout)) as Record<string, string>;
}

/** Only PyTorch has the switch. */
const inKeras = Object.fromEntries(
  Object.entries(checks).filter(([id]) => id !== 'full-precision'),
);

describe.each([
  { framework: 'pytorch', packages: ['torch', 'numpy'], chosen: checks },
  { framework: 'keras', packages: ['keras', 'tensorflow', 'numpy'], chosen: inKeras },
])('the code of the checks, in $framework', ({ framework, packages, chosen }) => {
  test.skipIf(!has(...packages))(
    'runs, and tells equal from different',
    async () => {
      const { 'weight-hash': weightHash = '', ...others } = chosen;
      const hashes = { page: hashOfPage(framework), 'weight-hash': weightHash };
      const printed = await run(framework, { ...hashes, ...others });
      expect(JSON.stringify(printed)).not.toContain('Traceback');
      expect(Object.keys(printed).length).toBe(2 * (1 + Object.keys(chosen).length));
      expect(printed['weight-hash']).toMatch(/^[0-9a-f]{64}\n$/);
      expect(printed['page'], 'one recipe everywhere').toBe(
        `${printed['weight-hash']?.slice(0, 12)}\n`,
      );
      // The same seed makes the same model.
      expect(printed['weight-hash again']).toBe(printed['weight-hash']);
      expect(printed['two-calls']).toBe('0.0\n');
      expect(printed['tolerance']).toBe('True\n');
      const steps = printed['first-mismatch again']?.trim().split('\n') ?? [];
      expect(steps).toHaveLength(100);
      for (const step of steps) expect(step).toMatch(/^\d+ [0-9a-f]{8} max\|delta\| 0\.0$/);
    },
    180_000,
  );
});
