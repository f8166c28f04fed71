import { InteractionType, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect } from 'vitest';
import { ownerOf, shortId } from '../../commands/framework/action.ts';
import { actions } from '../../commands/parts/actions.ts';
import { wordsFor } from '../../src/words/index.ts';
import { everyAction } from '../commands/every-action.ts';
import { proves } from '../faults/proves.ts';
import { memberOf } from '../../tools/load/crowd.ts';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, isPrivate, selectOf, textOf } from './read.ts';
import { pressOn } from './say.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const chen = { user: 'chen' } as const;
const ben = { user: 'ben' } as const;
const tutor = '360000000000000001';
const idOf = { ada: '310000000000000001', ben: '310000000000000002', chen: '310000000000000003' };
const { problems, lessons } = wordsFor('en').replies;

/** Sends a press that Discord's own client would not send, or as somebody whose rights have changed. */
async function send(
  message: APIMessage,
  customId: string,
  as: keyof typeof idOf,
  change: Record<string, unknown> = {},
): Promise<string> {
  const before = bot.requests.length;
  const { acknowledgement } = await bot.driver.sendRaw(
    {
      type: InteractionType.MessageComponent,
      message,
      data: { custom_id: customId, component_type: 2 },
      ...change,
    },
    { user: as },
  );
  // Whatever else it did would be a request too: a message changed, posted or deleted.
  const sent = bot.requests.slice(before).filter(({ method }) => method !== 'PATCH');
  expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual(['callback']);
  const told = bot.driver.messages(as).find(({ id }) => id === acknowledgement?.messageId);
  if (!told || !isPrivate(told)) throw new Error('The press was not answered privately.');
  return textOf(told);
}

/** Somebody as they are now: without any permission but to read and write. */
const withoutRights = (name: keyof typeof idOf) => ({ member: memberOf(idOf[name], name) });

async function misses() {
  const { message } = await bot.command('misses list', {}, chen);
  return textOf(message);
}

proves('forged-press', async () => {
  const question = 'what is the capital of France?';
  await bot.command('misses keep-texts', { on: true }, chen);
  const { message } = await bot.command('ask', { question });
  await expect.poll(misses).toContain('France');
  const demo = await bot.driver.runCommand('demo', { cause: 'butterfly', runs: 200 });
  const running = bot.driver
    .messages()
    .find(({ id }) => id === demo.acknowledgement?.messageId) as APIMessage;
  const replay = 'dropout.inference.2.7.kernel.0123456789ab';
  const of = (owner: string) =>
    Object.entries(everyAction(owner, { replay, job: demo.id, lesson: '1' }));

  // By a stranger and by staff, each for themselves and in the name of whoever asked.
  for (const as of ['ben', 'chen'] as const)
    for (const owner of [idOf[as], idOf.ada])
      for (const [name, customId] of of(shortId(owner)))
        expect(await send(message, customId, as), `${name} by ${as}`).toBe(problems.oldButton);

  expect(await misses()).toContain('France');
  await pressOn(bot, running, 'Cancel this run');
  expect(bot.log).toEqual([]);
});

proves('lost-right', async () => {
  const { message: list } = await bot.command('misses list', {}, chen);
  const { message: forget } = await bot.command('misses forget', {}, chen);
  const { message: settings } = await bot.command('settings', {}, chen);
  const presses = [
    [forget, buttonOf(forget, 'Delete all of it')],
    [settings, selectOf(settings).custom_id],
  ] as const;
  for (const [message, customId] of presses)
    expect(await send(message, customId, 'chen', withoutRights('chen'))).toBe(
      problems.onlyManagers,
    );
  expect(await misses()).toBe(textOf(list));

  const roles = actions.chooseLessonRole.id(ownerOf(idOf.chen, 'en'), {});
  const choose = (ids: readonly string[]) => bot.driver.select(settings.id, roles, ids, chen);
  await choose([tutor]);
  await bot.command('lesson start', { name: 'last-bit' }, ben);
  const question = await bot.driver.waitFor((all) =>
    all.findLast((one) => textOf(one).includes('1 of')),
  );
  await choose([]);
  const told = await pressOn(bot, question, lessons.reveal, ben);
  expect(isPrivate(told)).toBe(true);
  expect(textOf(told)).toBe(lessons.problems.onlyTeachers);
  expect(buttonsOf(question).length).toBeGreaterThan(0);
  expect(bot.log).toEqual([]);
});
