import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../src/root.ts';

interface Rules {
  /** What each room may import. */
  readonly rooms: Readonly<Record<string, readonly string[]>>;
  readonly common: readonly string[];
}
const file = join(projectRoot, '.dependency-cruiser.mjs');
const { rooms, common } = (await import(pathToFileURL(file).href)) as Rules;
const names = Object.keys(rooms);
const sourcesOf = (room: string) => (room.startsWith('packages/') ? `${room}/src` : room);
/** From a planted file to another place, both below the project's folder. */
const importOf = (room: string, target: string) => {
  const up = '../'.repeat(sourcesOf(room).split('/').length);
  return `import type { X } from '${up}${target}';\nexport type Y = X;\n`;
};
const forbiddenTo = (room: string) =>
  names.find((other) => other !== room && !rooms[room]?.includes(other)) ?? '';
const otherThan = (room: string) => names.find((other) => other !== room) ?? '';

let folder: string;
let reported: readonly string[];

/** A small copy of the house: every room has its index, a file called indexing.ts, and one violation of each kind. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seedling-rooms-'));
  const plant = (path: string, source: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), source);
  };
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json'])
    plant(name, readFileSync(join(projectRoot, name), 'utf8'));
  for (const path of [...common, 'src/app.ts', 'tools/bench.ts', 'tests/stage.ts'])
    plant(path, 'export type X = 1;\n');
  for (const room of [...names, 'src/cellar']) {
    const inside = sourcesOf(room);
    plant(`${inside}/index.ts`, 'export type X = 1;\n');
    plant(`${inside}/indexing.ts`, 'export type X = 1;\n');
    plant(`${inside}/fine.ts`, importOf(room, 'src/ids.ts'));
  }
  for (const room of names) {
    const inside = sourcesOf(room);
    plant(`${inside}/deep.ts`, importOf(room, `${sourcesOf(otherThan(room))}/indexing.ts`));
    plant(`${inside}/wrong-way.ts`, importOf(room, `${sourcesOf(forbiddenTo(room))}/index.ts`));
    plant(`${inside}/upwards.ts`, importOf(room, 'src/app.ts'));
    plant(`${inside}/makers.ts`, importOf(room, 'tools/bench.ts'));
    plant(`${inside}/circle.ts`, "import type { Y } from './round.ts';\nexport type X = Y;\n");
    plant(`${inside}/round.ts`, "import type { X } from './circle.ts';\nexport type Y = X;\n");
  }
  plant('tools/deep.ts', importOf('tools', 'src/lstm/indexing.ts'));
  reported = violationsIn(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `<rule> <file>`, as `npm run lint` would report it. */
function violationsIn(where: string): readonly string[] {
  const cruiser = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const places = ['src', 'commands', 'packages', 'tools', 'tests'];
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...places];
  const { stdout, stderr } = spawnSync(process.execPath, [cruiser, ...args], {
    cwd: where,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: readonly { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => `${rule.name} ${from}`);
}

describe.each(names)('in %s', (room) => {
  const inside = sourcesOf(room);

  test('an import of another room’s inner file is reported, also where its name begins with "ind"', () =>
    expect(reported).toContain(`through-the-index ${inside}/deep.ts`));

  test('an import of a room that its row doesn’t name is reported', () =>
    expect(reported).toContain(`one-way-from-${room} ${inside}/wrong-way.ts`));

  test('an import of what puts the rooms together is reported', () =>
    expect(reported).toContain(`one-way-from-${room} ${inside}/upwards.ts`));

  test('an import of a tool is reported', () =>
    expect(reported).toContain(`nothing-of-the-makers ${inside}/makers.ts`));

  test('a circle of types is reported', () =>
    expect(reported.filter((line) => line.startsWith(`no-cycle ${inside}/`))).not.toEqual([]));

  test('an import of what every room may import is not reported', () =>
    expect(reported.filter((line) => line.endsWith(` ${inside}/fine.ts`))).toEqual([]));
});

test('a folder without a row is reported', () =>
  expect(reported).toContain('row-for-every-room src/cellar/fine.ts'));

test('tools reach a room through its index too', () =>
  expect(reported).toContain('through-the-index tools/deep.ts'));

test('every row is a folder', () =>
  expect(names.filter((room) => !existsSync(join(projectRoot, room)))).toEqual([]));

test('ARCHITECTURE.md says of every room what it may import', () => {
  const text = readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([\w/-]+)` +\| [^|]+ \| ([^|]+?) +\|$/gm)].map(
    ([, room = '', says = '']) => [room, says] as const,
  );
  const short = (place: string) => place.replace(/^src\/|\.ts$/g, '');
  for (const room of names) {
    const says = new Map(rows).get(room);
    const allowed = (rooms[room] ?? []).map(short);
    expect(says?.split(', ').toSorted(), room).toEqual(
      allowed.length > 0 ? allowed.toSorted() : ['nothing of ours'],
    );
  }
});
