import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';
import { codesOf } from './errors.ts';
import { call } from './raw-bot.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.close());

const long = (length: number) => 'x'.repeat(length);
const many = <Item>(count: number, make: (at: number) => Item) =>
  Array.from({ length: count }, (_, at) => make(at));

describe('command definitions', () => {
  const put = (body: unknown) =>
    call(playground, 'PUT', '/applications/320000000000000001/commands', body);
  const command = (more: object = {}) => ({ name: 'demo', description: 'd', ...more });
  const textOption = (name: string, more: object = {}) => ({
    type: 3,
    name,
    description: 'd',
    ...more,
  });

  it.each([
    ['an upper-case name', [command({ name: 'Demo' })], '0.name'],
    ['a name with a space', [command({ name: 'de mo' })], '0.name'],
    ['a name over 32', [command({ name: long(33) })], '0.name'],
    ['no description', [{ name: 'demo' }], '0.description'],
    ['a description over 100', [command({ description: long(101) })], '0.description'],
    ['the same name twice', [command(), command()], '1.name'],
    ['26 options', [command({ options: many(26, (at) => textOption(`o${at}`)) })], '0.options'],
    ['an option twice', [command({ options: [textOption('a'), textOption('a')] })], '0.options.1'],
    [
      'a required option after an optional one',
      [command({ options: [textOption('a'), textOption('b', { required: true })] })],
      '0.options.1',
    ],
    [
      'choices beside autocomplete',
      [
        command({
          options: [textOption('a', { autocomplete: true, choices: [{ name: 'n', value: 'v' }] })],
        }),
      ],
      '0.options.0',
    ],
    [
      '26 choices',
      [
        command({
          options: [
            textOption('a', { choices: many(26, (at) => ({ name: `n${at}`, value: 'v' })) }),
          ],
        }),
      ],
      '0.options.0.choices',
    ],
    [
      'a subcommand beside an option',
      [command({ options: [{ type: 1, name: 'list', description: 'd' }, textOption('a')] })],
      '0.options.1',
    ],
    [
      'a subcommand in a subcommand',
      [
        command({
          options: [
            {
              type: 1,
              name: 'list',
              description: 'd',
              options: [{ type: 1, name: 'all', description: 'd' }],
            },
          ],
        }),
      ],
      '0.options.0.options.0.type',
    ],
    ['a name over 32 in a menu', [{ type: 3, name: long(33) }], '0.name'],
    [
      'a language Discord has not',
      [command({ name_localizations: { xx: 'a' } })],
      '0.name_localizations',
    ],
  ])('with %s are refused', async (_, body, path) => {
    const { status, body: answer } = await put(body);
    expect({ status, code: answer.code }).toEqual({ status: 400, code: 50035 });
    expect(Object.keys(codesOf(answer.errors))).toContain(path);
  });

  it('that are right are kept, and keep their ids when they are sent again', async () => {
    const first = await put([command({ name: '演示' })]);
    const second = await put([command({ name: '演示', description: 'new' })]);
    expect(first.status).toBe(200);
    expect(second.body).toMatchObject([{ description: 'new' }]);
    expect(Object.values(second.body)[0]).toMatchObject({
      id: (Object.values(first.body)[0] as { id: string }).id,
    });
  });
});
