import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { check, file, script, settled } from './checking.ts';
import { buttonOf, isPrivate, textOf } from './read.ts';
import { pressOn, sayTo } from './say.ts';

let bot: Bot;
beforeAll(async () => {
  // The machine may be busy: a check may take its time here.
  bot = await startBot({}, {}, { examineSeconds: 60 });
});
afterAll(() => bot.close());

const nobody = { everyone: false, users: [], roles: [] };

describe('what can’t be checked', () => {
  const hostile: readonly (readonly [string, ReturnType<typeof file>, string])[] = [
    ['prose', file('notes.txt', 'Dear diary, the weather was fine.'), 'I see no code'],
    ['nothing', file('empty.py', ''), 'There is nothing in it'],
    ['NUL bytes', file('a.py', Buffer.alloc(2000)), 'no text'],
    [
      'a picture that calls itself a script',
      file('a.py', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
      'no text',
    ],
    ['a notebook that is none', file('a.ipynb', '{"cells": [}'), 'notebook'],
    ['too much', file('a.py', 'x = 1\n'.repeat(40_000)), 'too large'],
  ];
  test.each(hostile)('%s costs one sentence', async (_, sent, said) => {
    const told = await check(bot, 'code', { file: sent }, { user: 'chen' });
    expect(isPrivate(told)).toBe(true);
    expect(textOf(told)).toContain(said);
  });

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['a line of numbers', `x = [${'1.5, '.repeat(39_000)}]`],
    [
      'a notebook of nothing but outputs',
      JSON.stringify({
        nbformat: 4,
        cells: Array.from({ length: 2000 }, () => ({
          cell_type: 'code',
          source: 'x = 1',
          outputs: [{ text: 'y'.repeat(500) }],
        })),
      }),
    ],
  ])('%s ends in time', async (_, text) => {
    const name = text.startsWith('{') ? 'a.ipynb' : 'a.py';
    const told = await check(bot, 'code', { file: file(name, text) }, { user: 'ben' });
    expect(textOf(told).length).toBeGreaterThan(10);
    expect(textOf(told)).not.toContain('in the log');
  });

  test('Python on one line is told so, with the form at hand', async () => {
    const flat = script.replaceAll(/\s+/g, ' ');
    const told = await check(bot, 'code', { code: flat }, { user: 'ada' });
    expect(textOf(told)).toContain('one line');
    const opened = await bot.driver.press(
      told.id,
      buttonOf(told, 'Send it as a file, or paste it'),
    );
    expect(opened.acknowledgement?.modal?.title).toBe('Check my code');
  });

  test('code that would break out of its block, or ping, stays in it', async () => {
    const nasty = script.replace(
      'print(model(x[:1]).item())',
      'print(model(x[:1]).item())  # ``` @everyone <@310000000000000002> **bold**',
    );
    const by = { user: 'ben' } as const;
    const answer = await sayTo(bot, '@Seedling', { ...by, files: [file('train.py', nasty)] });
    expect(bot.driver.pings(answer.id)).toEqual(nobody);
    const fences = textOf(answer).match(/```/g) ?? [];
    expect(fences.length % 2).toBe(0);
    const outside = textOf(answer)
      .split('```')
      .filter((_part, at) => at % 2 === 0);
    expect(outside.join('')).not.toContain('@everyone');
  });

  test('a message without any is told so', async () => {
    const { id } = bot.driver.say('', {
      files: [{ ...file('loss.png', 'x'), type: 'image/png' }],
    });
    const told = await settled(bot, await bot.driver.runOnMessage(id, 'Check this code'));
    expect(textOf(told)).toContain('neither code nor a file');
  });

  test('a button below what is forgotten, or of before a restart, says so kindly', async () => {
    const found = await check(bot, 'code', { file: file('train.py', script) });
    await bot.restart();
    const told = await pressOn(bot, found, 'Show everyone');
    expect(textOf(told)).toContain('I keep nothing of what you send');
  });
});

test('whoever sends without pause is told to wait', async () => {
  const by = { user: 'chen' } as const;
  const told: string[] = [];
  for (let time = 0; time < 12 && !told.some((one) => one.includes('Please wait')); time += 1)
    told.push(textOf(await check(bot, 'code', { code: 'x = 1' }, by)));
  expect(told.at(-1)).toContain('Please wait a minute');
});

test('nothing of this is in the log', () => {
  expect(bot.log).toEqual([]);
});
