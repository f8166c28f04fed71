import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';

const unit = join(projectRoot, 'deploy', 'seedling.service');
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

test.skipIf(!analyzer || !existsSync('/usr/bin/node'))(
  'systemd finds no mistake in the unit',
  () => {
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
    expect(stdout + stderr).not.toContain('seedling.service');
  },
);

test.skipIf(!analyzer)('systemd rates its exposure below 2 of 10', () => {
  const report = execFileSync('systemd-analyze', ['security', '--offline=true', unit], {
    encoding: 'utf8',
  });
  const [, rating] = /exposure level[^:]*: ([\d.]+)/.exec(report) ?? [];
  expect(Number(rating)).toBeLessThan(2);
});
