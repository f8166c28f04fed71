import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { readEnvironment } from '../src/environment.ts';
import { misspelt } from '../src/unknown-settings.ts';

const here = mkdtempSync(join(tmpdir(), 'seedling-here-'));
const project = mkdtempSync(join(tmpdir(), 'seedling-project-'));
afterAll(() => [here, project].forEach((folder) => rmSync(folder, { recursive: true })));

const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const line = 'PLAYGROUND_PORT=4711\r\n';

test.each([
  ['UTF-8', Buffer.from(line)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${line}`)],
  ['UTF-16, as PowerShell writes it', Buffer.from(`\uFEFF${line}`, 'utf16le')],
  ['UTF-16, the other way round', swapped(`\uFEFF${line}`)],
])('.env beside package.json is read in %s', (_, bytes) => {
  writeFileSync(join(project, '.env'), bytes);
  const read = readEnvironment([here, project]);
  expect(read).toMatchObject({ ok: true, inFile: ['PLAYGROUND_PORT'] });
  expect(read.ok && read.env['PLAYGROUND_PORT']).toBe('4711');
});

test('a file that is no text is refused in words', () => {
  writeFileSync(join(project, '.env'), Buffer.from(line, 'utf16le'));
  expect(readEnvironment([project])).toEqual({
    ok: false,
    problem: "The file .env can't be read (it is not text: save it as UTF-8).",
  });
});

test('a misspelt name says which was meant; others may be for other programs', () => {
  const known = ['DISCORD_TOKEN', 'LOG_LEVEL'];
  expect(misspelt(['DISCORD_TOKN', 'discord_token', 'LOG_LEVEL', 'EDITOR'], known)).toEqual([
    'DISCORD_TOKN is no setting; did you mean DISCORD_TOKEN?',
    'discord_token is no setting; did you mean DISCORD_TOKEN?',
  ]);
});

test.each(['http://user:word@charts.example.org', 'https://charts.example.org/?x=1'])(
  'QUICKCHART_URL is refused at the start as %s',
  (QUICKCHART_URL) => {
    const loaded = loadConfig({ QUICKCHART_URL });
    expect(loaded.ok ? [] : loaded.problems).toEqual([
      expect.stringMatching(/^QUICKCHART_URL must hold neither a name and password nor a query/),
    ]);
  },
);
