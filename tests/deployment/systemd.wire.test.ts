import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';

const unit = join(projectRoot, 'deploy', 'seedling.service');
const workerUnit = join(projectRoot, 'deploy', 'seedling-worker@.service');
const analyzer =
  spawnSync('systemd-analyze', ['--version']).status === 0 ? 'systemd-analyze' : undefined;
if (!analyzer)
  console.log('SKIPPED: the unit is not analyzed, because systemd-analyze is missing.');

test('the unit starts, stops and reloads the bot as it wants to be', () => {
  const text = readFileSync(unit, 'utf8');
  expect(text).toMatch(/^ExecStart=\/usr\/bin\/node dist\/src\/main\.js$/m);
  expect(existsSync(join(projectRoot, 'src', 'main.ts'))).toBe(true);
  expect(text).toMatch(/^ExecReload=\/bin\/kill -HUP \$MAINPID$/m);
  // Else the demos' processes would be stopped before people are told.
  expect(text).toMatch(/^KillMode=mixed$/m);
  const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(text) ?? [];
  expect(Number(seconds)).toBeGreaterThan(10);
});

test('the unit of a worker has no token, and lets a demo end', () => {
  const text = readFileSync(workerUnit, 'utf8');
  expect(text).toMatch(/^ExecStart=\/usr\/bin\/node dist\/src\/worker\.js$/m);
  expect(existsSync(join(projectRoot, 'src', 'worker.ts'))).toBe(true);
  expect(text).not.toContain('seedling.env');
  const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(text) ?? [];
  expect(Number(seconds)).toBeGreaterThan(120);
});

describe.each([unit, workerUnit])('%s', (path) => {
  test.skipIf(!analyzer || !existsSync('/usr/bin/node'))('has no mistake for systemd', () => {
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', path], {
      encoding: 'utf8',
    });
    expect(stdout + stderr).not.toMatch(/seedling(-worker@\S*)?\.service/);
  });

  test.skipIf(!analyzer)('is rated below 2 of 10 for its exposure', () => {
    const report = execFileSync('systemd-analyze', ['security', '--offline=true', path], {
      encoding: 'utf8',
    });
    const [, rating] = /exposure level[^:]*: ([\d.]+)/.exec(report) ?? [];
    expect(Number(rating)).toBeLessThan(2);
  });
});
