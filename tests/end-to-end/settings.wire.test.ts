import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComponentType, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { By } from '@seedling/playground';
import { quick } from '../faults/demo.ts';
import { startBot, type Bot } from './bot.ts';
import { buttonsOf, isOver, isPrivate, textOf } from './read.ts';

let bot: Bot;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
  bot = await startBot({ missesDatabaseUrl: `file:${join(folder, 'misses.db')}` });
});
afterAll(async () => {
  await bot.close();
  await rm(folder, { recursive: true });
});

const teacher = { user: 'chen' } as const;
const here = '340000000000000001';
const tutor = '360000000000000001';

const panel = async () => (await bot.command('settings', {}, teacher)).message;

const menusOf = ({ components = [] }: APIMessage) =>
  components
    .flatMap((part) => (part.type === ComponentType.Container ? part.components : []))
    .flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []))
    .filter((part) => part.type !== ComponentType.Button);

type Menu = ReturnType<typeof menusOf>[number];

const chosenIn = (menu: Menu): readonly string[] => {
  if (menu.type === ComponentType.StringSelect)
    return menu.options.filter((option) => option.default).map(({ value }) => value);
  return 'default_values' in menu ? (menu.default_values ?? []).map(({ id }) => id) : [];
};

/** Chooses from the menu with this name; resolves to what holds then in each of them. */
async function choose(name: string, values: readonly string[]): Promise<string[]> {
  const message = await panel();
  const menu = menusOf(message).find((one) => one.custom_id.startsWith(`settings.${name}:`));
  await bot.driver.select(message.id, menu?.custom_id ?? '', values, teacher);
  const after = bot.driver.messages('chen').find(({ id }) => id === message.id);
  return after ? menusOf(after).flatMap(chosenIn) : [];
}

async function demo(options: Record<string, string | number>, by: By = {}) {
  const { acknowledgement } = await bot.driver.runCommand('demo', { ...quick, ...options }, by);
  return bot.driver.waitFor(
    (all) => all.find((one) => one.id === acknowledgement?.messageId && isOver(one)),
    by.user ? { user: by.user } : {},
  );
}

test('the panel is private, and for those who manage the server', async () => {
  expect(isPrivate(await panel())).toBe(true);
  await expect(bot.command('settings', {})).rejects.toThrow('no command');
  expect(textOf((await bot.command('help', {})).message)).not.toContain('/settings');
  expect(textOf((await bot.command('help', {}, teacher)).message)).toContain('`/settings`');
});

test('what everybody reads is in the language that was chosen, private replies in the reader’s', async () => {
  expect(await choose('language', ['zh-TW'])).toContain('zh-TW');
  expect(textOf(await demo({}))).toContain('種子');
  const own = await bot.driver.runCommand('demo', { ...quick, private: true });
  const ended = await bot.driver.waitFor((all) =>
    all.find((one) => one.id === own.acknowledgement?.messageId && isOver(one)),
  );
  expect(textOf(ended)).toContain('seed');
  await choose('language', ['usual']);
  expect(textOf(await demo({}))).toContain('seed');
});

test('a demo outside the chosen channels is seen by one person, with a sentence that says why', async () => {
  expect(await choose('channels', [here])).toContain(here);
  expect(isPrivate(await demo({}))).toBe(false);
  const elsewhere = await demo({}, { where: 'lounge' });
  expect(isPrivate(elsewhere)).toBe(true);
  expect(textOf(elsewhere)).toContain(`in <#${here}>, so only you see this one`);
  await choose('channels', []);
  expect(isPrivate(await demo({}, { where: 'lounge' }))).toBe(false);
});

test('members have so many runs, those who manage messages have more', async () => {
  await choose('runs', ['8']);
  const refused = await demo({ runs: 9 });
  expect(isPrivate(refused)).toBe(true);
  expect(textOf(refused)).toContain('at most 8 runs');
  expect(buttonsOf(refused).map(({ label }) => label)).toEqual(['Run it 8 times']);
  expect(textOf(await demo({ runs: 9 }, teacher))).toContain('9 runs');
  await choose('runs', ['usual']);
});

test('those with the chosen role find the lessons, start and end them; it may be taken back', async () => {
  const ben = { user: 'ben' } as const;
  const start = () => bot.command('lesson start', { name: 'last-bit' }, ben);
  expect(textOf((await start()).message)).toContain('can lead a lesson');
  expect(await choose('role', [tutor])).toContain(tutor);
  expect(textOf((await bot.command('help', {}, ben)).message)).toContain('`/lesson start`');
  expect(textOf((await start()).message)).toContain('The last bit');
  expect(textOf((await bot.command('lesson end', {}, ben)).message)).toContain('Ended');
  expect(await choose('role', [])).not.toContain(tutor);
  expect(textOf((await start()).message)).toContain('can lead a lesson');
  expect(textOf((await bot.command('help', {}, ben)).message)).not.toContain('/lesson');
});

test('what was chosen outlives a restart; /privacy tells of it', async () => {
  await choose('waiting', ['12']);
  await bot.restart();
  expect(menusOf(await panel()).flatMap(chosenIn)).toContain('12');
  expect(textOf((await bot.command('privacy', {})).message)).toContain('/settings');
  expect(textOf((await bot.command('privacy', {}, { locale: 'zh-CN' })).message)).toContain(
    '/设置',
  );
});

test('a server that takes the bot out takes its settings away', async () => {
  bot.gateway.say({ op: 0, t: 'GUILD_DELETE', d: { id: '330000000000000001' } });
  await expect.poll(async () => menusOf(await panel()).flatMap(chosenIn)).not.toContain('12');
});

test('nothing of this broke anything', () => {
  expect(bot.log).toEqual([]);
  expect(bot.requests.filter(({ status }) => status >= 400)).toEqual([]);
});
