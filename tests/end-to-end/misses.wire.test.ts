import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { By } from '@seedling/playground';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, isPrivate, textOf } from './read.ts';

let bot: Bot;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'misses-'));
  bot = await startBot({ missesDatabaseUrl: `file:${join(folder, 'misses.db')}` });
});
afterAll(async () => {
  await bot.close();
  await rm(folder, { recursive: true });
});

const teacher = { user: 'chen' } as const;
const capital = 'what is the capital of France?';
const forgot = 'my model gives other outputs because I forgot model.eval()';

const list = async () => (await bot.command('misses list', {}, teacher)).message;
const keepTexts = (on: boolean) => bot.command('misses keep-texts', { on }, teacher);

async function press(message: APIMessage, label: string, by: By = {}) {
  const { acknowledgement } = await bot.driver.press(message.id, buttonOf(message, label), by);
  return bot.driver.waitFor(
    (messages) => messages.find(({ id }) => id === acknowledgement?.messageId),
    by.user ? { user: by.user } : {},
  );
}

/** Begins with nothing kept. */
beforeEach(async () => {
  const { message } = await bot.command('misses forget', {}, teacher);
  const done = await press(message, 'Delete all of it', teacher);
  if (!textOf(done).includes('Deleted')) throw new Error(textOf(done));
});

/** Counting comes after the answer. */
async function waitForList(what: string): Promise<void> {
  await expect.poll(async () => textOf(await list()), { timeout: 60_000 }).toContain(what);
}

describe('“this was not it”', () => {
  test('is counted for the cause, once a message, and leads to the triage', async () => {
    const { message } = await bot.command('ask', { question: forgot });
    const help = await press(message, 'This was not it');
    expect(isPrivate(help)).toBe(true);
    expect(textOf(help)).toContain('Noted');
    expect(textOf(help)).toContain('Question 1 of at most 4');
    await press(message, 'This was not it');
    await waitForList('**Dropout**: wrong answer once');
  });

  test('stands under the end of the triage too', async () => {
    const { message } = await bot.command('diagnose', {});
    const second = await press(message, 'Trained again');
    const third = await press(second, 'Nothing');
    const end = await press(third, 'In the start weights');
    await press(end, 'This was not it');
    await waitForList('**Initial weights**: wrong answer once');
  });
});

describe('questions as text', () => {
  test('are not kept unless the server wants that', async () => {
    await bot.command('ask', { question: capital });
    await waitForList('1 unanswered question');
    const message = await list();
    expect(textOf(message)).not.toMatch(/\b0\b/);
    expect(textOf(message)).toContain('not kept as text');
    expect(textOf(message)).not.toContain('France');
  });

  test('are kept where the server wants that, those of direct messages never', async () => {
    await keepTexts(true);
    bot.driver.say('what is the capital of Spain?', { where: 'dm' });
    bot.driver.say('@Seedling what is the capital of Italy?');
    await bot.command('ask', { question: capital });
    const { message } = await bot.command('ask', { question: `${forgot} **@everyone**` });
    await press(message, 'This was not it');
    for (const question of ['Italy', 'France', 'model\\.eval']) await waitForList(question);
    const kept = await list();
    expect(isPrivate(kept)).toBe(true);
    expect(textOf(kept)).not.toContain('Spain');
    expect(textOf(kept)).toContain(String.raw`\*\*\@everyone\*\*`);
  });

  test('of an answer to a mention are read back from the message it replies to', async () => {
    await keepTexts(true);
    const { id } = bot.driver.say(`@Seedling ${forgot}`, { user: 'ben' });
    const answer = await bot.driver.waitFor((messages) =>
      messages.find(({ message_reference: reference }) => reference?.message_id === id),
    );
    await press(answer, 'This was not it', { user: 'ben' });
    await waitForList('I forgot model');
  });

  test('come in pages', async () => {
    await keepTexts(true);
    for (let at = 1; at <= 6; at++)
      await bot.command('ask', { question: `what is the capital of country ${at}?` });
    await waitForList('country 6');
    const first = await list();
    expect(textOf(first)).not.toContain('country 1');
    const second = await press(first, 'Older questions', teacher);
    expect(textOf(second)).toContain('country 1');
    expect(buttonsOf(second).map(({ label }) => label)).toEqual(['Newer questions']);
  });

  test('can be deleted by those who asked', async () => {
    await keepTexts(true);
    await bot.command('ask', { question: capital });
    await bot.command('ask', { question: 'what is the capital of Peru?' }, { user: 'ben' });
    await waitForList('Peru');
    const { message } = await bot.command('privacy', {}, { locale: 'zh-CN' });
    expect(textOf(message)).toContain('我保留什么');
    const done = await press(message, '删除与我有关的内容', { locale: 'zh-CN' });
    expect(textOf(done)).toContain('1 个问题');
    const kept = textOf(await list());
    expect(kept).toContain('Peru');
    expect(kept).not.toContain('France');
  });

  test('and counts outlive a restart', async () => {
    await keepTexts(true);
    await bot.command('ask', { question: capital });
    await waitForList('France');
    await bot.restart();
    await waitForList('France');
  });
});

describe('the commands for it', () => {
  test('are hidden from students, in the list of commands and in /help', async () => {
    await expect(bot.command('misses list', {})).rejects.toThrow('no command');
    const help = async (by: By) => textOf((await bot.command('help', {}, by)).message);
    expect(await help({})).not.toContain('/misses');
    expect(await help(teacher)).toContain('`/misses keep-texts`');
    expect(await help({ ...teacher, locale: 'zh-CN' })).toContain('`/未解答 列表`');
  });
});

test('a database that fails breaks no answer, and is complained of once', async () => {
  const other = await startBot({ missesDatabaseUrl: 'http://127.0.0.1:9' });
  const { message } = await other.command('ask', { question: capital });
  expect(textOf(message)).toContain("I don't know");
  const answer = await other.command('ask', { question: forgot });
  await other.driver.press(answer.message.id, buttonOf(answer.message, 'This was not it'));
  const { message: listed } = await other.command('misses list', {}, teacher);
  expect(textOf(listed)).toContain('not possible right now');
  await other.close();
  expect(other.log.filter((line) => JSON.stringify(line).includes('database'))).toHaveLength(1);
});

test('a server that takes the bot out takes its misses away', async () => {
  await bot.command('ask', { question: capital });
  await waitForList('1 unanswered question');
  bot.gateway.say({ op: 0, t: 'GUILD_DELETE', d: { id: '330000000000000001' } });
  await waitForList('Nothing yet.');
});

test('nothing of this is in the log', () => {
  expect(bot.log).toEqual([]);
});
