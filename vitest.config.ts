import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { compiled } from './tests/compiled.ts';

const all = '{tests,packages/*/tests}/**/*.test.ts';
const wire = '{tests,packages/*/tests}/**/*.wire.test.ts';
const clock = '{tests,packages/*/tests}/**/*.clock.test.ts';
/** Our packages are read from their sources, as tsconfig.json says. */
export const resolve = { tsconfigPaths: true };
/** Ends what hangs; none of ours hangs, however busy the machine is. */
export const patience = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};
/** Node loads what is built, Vitest transforms nothing of it. */
const natively = { deps: { external: [/\/dist\//] } };

export const pure: TestProjectInlineConfiguration = {
  resolve,
  test: {
    name: 'pure',
    include: [all],
    exclude: [wire, clock],
    pool: 'threads',
    isolate: false,
    // Files share the canvas, which reads this when it is loaded: charts must draw without fonts of the system.
    env: { DISABLE_SYSTEM_FONTS_LOAD: '1' },
    ...patience,
    sequence: { groupOrder: 0 },
  },
};

/**
 * The name of a file says how it is run. `x.test.ts` computes: threads, which keep what one file has imported for the
 * next. `x.wire.test.ts` needs connections or processes that it starts, so it runs what is built, in processes that keep
 * what one file has imported, too. `x.clock.test.ts` measures time: as the former, but alone and last.
 */
export default defineConfig({
  test: {
    globalSetup: ['tests/build.ts'],
    maxWorkers: availableParallelism(),
    projects: [
      pure,
      {
        plugins: [compiled],
        test: {
          name: 'wire',
          include: [wire],
          server: natively,
          isolate: false,
          // Some of them wait, for a child to start or a pause to end: then there is one more at work.
          maxWorkers: availableParallelism() + 1,
          ...patience,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [compiled],
        test: {
          name: 'clock',
          include: [clock],
          server: natively,
          isolate: false,
          maxWorkers: 1,
          ...patience,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
