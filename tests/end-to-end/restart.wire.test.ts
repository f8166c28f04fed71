import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shortId } from '../../commands/framework/action.ts';
import { actions } from '../../commands/parts/actions.ts';
import { wordsFor } from '../../src/words/index.ts';
import { everyAction } from '../commands/every-action.ts';
import { startBot, type Bot } from './bot.ts';
import { ended, quick, standing } from '../faults/demo.ts';
import { buttonOf, filesOf, picturesOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const question = 'Why does my LSTM give different results every time?';

const messageWith = (id: string | undefined) =>
  bot.driver.messages().find((message) => message.id === id);

test('who waits for a demo is told when the bot leaves, and can run it again when it is back', async () => {
  const { id } = await standing(bot);
  await bot.restart();
  const told = messageWith(id);
  if (!told) throw new Error('The message is gone.');
  expect(textOf(told)).toContain('Cancelled');
  const again = await bot.driver.press(told.id, buttonOf(told, 'Run it again'));
  expect(again.state).toBe('acknowledged');
  expect(picturesOf(await ended(bot, again.acknowledgement?.messageId))).toHaveLength(1);
});

const idsOfAll = (replay: string) =>
  everyAction(shortId('310000000000000003'), {
    replay,
    job: '350000000000000001',
    lesson: '350000000000000009',
  });

/** Each menu, and what is chosen there. */
const menus = [
  { action: actions.turnTo, chosen: 'sources' },
  { action: actions.more, chosen: 'dropout.fix-keras' },
  { action: actions.pick, chosen: 'dropout' },
  { action: actions.correct, chosen: 'eval' },
  { action: actions.correctByCauses, chosen: 'eval' },
  { action: actions.chooseLanguage, chosen: 'usual' },
  { action: actions.chooseMostWaiting, chosen: 'usual' },
  { action: actions.chooseMostRuns, chosen: 'usual' },
];
const menuOf = (customId: string) =>
  menus.find(({ action }) => customId.startsWith(`${action.name}:`));

/** She may do everything there is. */
const by = { user: 'chen' } as const;

/** A message of the bot from another day, with one button or menu. */
async function oldMessage(customId: string): Promise<string> {
  const menu = menuOf(customId);
  const control = menu
    ? { type: ComponentType.StringSelect, options: [{ label: 'Choose', value: menu.chosen }] }
    : { type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'Press' };
  const row = { type: ComponentType.ActionRow, components: [{ ...control, custom_id: customId }] };
  const response = await fetch(`${bot.apiUrl}/v10/channels/340000000000000001/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${bot.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: ComponentType.Container, components: [row] }],
      allowed_mentions: { parse: [] },
    }),
  });
  const { id } = (await response.json()) as { id: string };
  return id;
}

test('every button and menu there is still works after a restart', async () => {
  const asked = await bot.command('ask', { question });
  const { acknowledgement } = await bot.driver.runCommand('demo', { ...quick });
  const demo = await bot.driver.waitFor((messages) =>
    messages.find((one) => one.id === acknowledgement?.messageId && picturesOf(one).length > 0),
  );
  const [, replay = ''] = /Replay code `([^`]+)`/.exec(textOf(demo)) ?? [];
  await bot.restart();

  await bot.driver.press(asked.message.id, buttonOf(asked.message, 'Trained again'));
  const narrowed = messageWith(asked.message.id);
  expect(narrowed && textOf(narrowed)).toContain('What did you **change**');

  // The result is forgotten, but its code is in the button: it is computed again.
  const pressed = await bot.driver.press(demo.id, buttonOf(demo, 'Get the raw data (CSV)'));
  const data = await bot.driver.waitFor((messages) =>
    messages.find(
      ({ id, ...one }) =>
        id === pressed.acknowledgement?.messageId && filesOf({ id, ...one }).length > 0,
    ),
  );
  expect(textOf(data)).toContain('dropout.inference.2.7');

  for (const [name, customId] of Object.entries(idsOfAll(replay)))
    expect(await answerTo(customId), name).not.toMatch(refusals);
  expect(await answerTo(idsOfAll(replay).cancel)).toContain(problems.over);
  expect(bot.log).toEqual([]);
});

const { problems } = wordsFor('en').replies;
const { onlyTeachers } = wordsFor('en').replies.lessons.problems;
const { oldButton, failed, notYours, onlyManagers } = problems;
const refusals = new RegExp([oldButton, failed, notYours, onlyManagers, onlyTeachers].join('|'));

/** What is to be read after this is pressed, or chosen from, under an old message. */
async function answerTo(customId: string): Promise<string> {
  const id = await oldMessage(customId);
  const menu = menuOf(customId);
  const { state, acknowledgement } = await (menu
    ? bot.driver.select(id, customId, [menu.chosen], by)
    : bot.driver.press(id, customId, by));
  expect(state).toBe('acknowledged');
  const answer = bot.driver
    .messages(by.user)
    .find((message) => message.id === acknowledgement?.messageId);
  return answer ? textOf(answer) : '';
}
