import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/root.ts';
import { violationsOf, type WireFile, type WireRequest } from './contract/index.ts';
import {
  container,
  file,
  long,
  many,
  option,
  planted,
  row,
  select,
  shown,
  slash,
  text,
  v2,
} from './contract/planted.ts';
import { startDiscord } from './discord.ts';

const channel = '/channels/340000000000000001/messages';
const callback = `/interactions/350000000000000001/${'t'.repeat(40)}/callback`;
const commands = '/applications/320000000000000001/commands';

const request = (changes: Partial<WireRequest>): WireRequest => ({
  method: 'POST',
  path: channel,
  json: undefined,
  files: [],
  ...changes,
});

const withinCallback = (data: unknown) => ({ type: 4, data });

describe('a planted violation is reported with the path of the field', () => {
  test.each(planted)('%s', (_, json, path, files = []) => {
    expect(violationsOf(request({ json, files })).map(pathOf)).toContain(path);
  });

  test.each(planted)('%s, in the answer to an interaction', (_, json, path, files = []) => {
    const inData = path.startsWith('files') ? path : `data.${path}`;
    const sent = request({ path: callback, json: withinCallback(json), files });
    expect(violationsOf(sent).map(pathOf)).toContain(inData);
  });

  test.each([
    [
      '26 suggestions',
      { choices: many(26, (at) => ({ name: `n${at}`, value: 'v' })) },
      'data.choices',
    ],
    [
      'a suggestion over 100',
      { choices: [{ name: long(101), value: 'v' }] },
      'data.choices.0.name',
    ],
  ])('%s', (_, data, path) => {
    const sent = request({ path: callback, json: { type: 8, data } });
    expect(violationsOf(sent).map(pathOf)).toContain(path);
  });

  test.each([
    ['an upper-case name', [slash({ name: 'Demo' })], '0.name'],
    [
      'a name with a space, in Chinese',
      [slash({ name_localizations: { 'zh-CN': '演 示' } })],
      '0.name_localizations.zh-CN',
    ],
    ['no description', [{ name: 'demo' }], '0.description'],
    ['two commands of one name', [slash(), slash()], '1.name'],
    ['two options of one name', [slash({ options: [option('a'), option('a')] })], '0.options'],
    [
      'a required option last',
      [slash({ options: [option('a'), option('b', { required: true })] })],
      '0.options.1.required',
    ],
    [
      '26 choices',
      [
        slash({
          options: [option('a', { choices: many(26, (at) => ({ name: `${at}`, value: 'v' })) })],
        }),
      ],
      '0.options.0.choices',
    ],
    [
      'choices beside autocomplete',
      [
        slash({
          options: [option('a', { autocomplete: true, choices: [{ name: 'n', value: 'v' }] })],
        }),
      ],
      '0.options.0.choices',
    ],
    [
      'over 8,000 characters',
      [
        slash({
          options: many(25, (at) =>
            option(`o${at}`, { choices: many(25, (n) => ({ name: `${n}`, value: long(20) })) }),
          ),
        }),
      ],
      '0',
    ],
    ['a context menu with a description', [slash({ type: 3 })], '0.description'],
  ])('a command with %s', (_, json, path) => {
    const sent = request({ method: 'PUT', path: commands, json });
    expect(violationsOf(sent).map(pathOf)).toContain(path);
  });

  test('an address that Discord does not have, or not for this method', () => {
    for (const changes of [
      { path: '/channels/1/messages' },
      { path: '/nowhere' },
      { method: 'PUT' },
    ])
      expect(violationsOf(request(changes))).toEqual([expect.stringContaining('no such address')]);
  });

  test('a token in the address is not repeated', () => {
    const sent = request({ path: callback, json: withinCallback({ flags: 'x' }) });
    expect(violationsOf(sent).join()).not.toContain('ttt');
    expect(violationsOf(sent)).not.toEqual([]);
  });
});

/** `POST /route: path: problem` */
const pathOf = (line: string): string => line.split(': ')[1] ?? '';

describe('what Discord takes is not reported', () => {
  test.each<[string, unknown, WireFile[]?]>([
    ['40 components', v2(container(...many(39, () => text('t'))))],
    ['4,000 characters', v2(text(long(4000)))],
    ['25 choices', v2(row(select(25)))],
    ['a picture', shown, [file('a.png')]],
    ['a ping of one person', { ...v2(text('t')), allowed_mentions: { parse: [], users: ['1'] } }],
  ])('%s', (_, json, files = []) => {
    expect(violationsOf(request({ json, files }))).toEqual([]);
  });
});

test('a test whose bot sends a violation fails when it closes, and says where', async () => {
  const discord = await startDiscord();
  await fetch(`${discord.apiUrl}/v10${channel}`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(v2(text(long(4001)))),
  });
  await expect(discord.close()).rejects.toThrow(/components\.0\.content: .*4000/);
});

test('every bot that tests start speaks to such a Discord', () => {
  const folder = join(projectRoot, 'tests');
  const startsOwn = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => /\bstartPlayground\(/.test(readFileSync(join(folder, name), 'utf8')));
  expect(startsOwn).toEqual(['wire/discord.ts']);
});
