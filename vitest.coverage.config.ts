import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { patience, pure, resolve } from './vitest.config.ts';

/**
 * `npm run coverage`: what computes, and those tests with connections whose code runs in their own process. They run the sources
 * here, not what is built, so that lines can be counted.
 */
const connected: TestProjectInlineConfiguration = {
  resolve,
  test: {
    name: 'connected',
    include: [
      'tests/discord/{boundary,delivery,start}.wire.test.ts',
      'tests/jobs/{crew,pool,shared-runs}.wire.test.ts',
      'tests/jobs/shared/{demos,turns}.wire.test.ts',
      'tests/{monitor,processes}/**/*.wire.test.ts',
    ],
    isolate: false,
    ...patience,
    sequence: { groupOrder: 1 },
  },
};

export default defineConfig({
  test: {
    globalSetup: ['tests/build.ts'],
    coverage: {
      include: ['src/**', 'commands/**'],
      exclude: ['src/lstm/kernel/assembly/**'],
      reporter: ['text-summary', 'json-summary'],
      // They only rise, by hand: a point below what is measured, as what waits for a clock does not always take the same branch.
      thresholds: { lines: 82, statements: 80, functions: 81, branches: 67 },
    },
    projects: [pure, connected],
  },
});
