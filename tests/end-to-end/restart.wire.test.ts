import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shortId } from '../../commands/framework/action.ts';
import { nothingRead, type Evidence } from '../../src/evidence/index.ts';
import { actions } from '../../commands/parts/actions.ts';
import { followUpIds } from '../../src/ids.ts';
import { parseReplay } from '../../src/demos/index.ts';
import { wordsFor } from '../../src/words/index.ts';
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

/** A `custom_id` of every action there is, as some message holds it. The compiler says which one is missing. */
function idsOfAll(replay: string): Record<keyof typeof actions, string> {
  const ada = shortId('310000000000000001');
  const { parameters } = parseReplay(replay) ?? {};
  if (!parameters) throw new Error(`Not a replay code: ${replay}`);
  const { triage, narrow, showTriage, readAll, turnTo, askNext, startDemo } = actions;
  const { openFix, turnToFix, pick, correct, correctByCauses } = actions;
  const evidence: Evidence = { ...nothingRead, held: ['eval'] };
  const believed = {
    onTopic: 1,
    pages: [{ id: 'dropout', probability: 1 }],
    symptoms: [],
    asksFollowUp: false,
  } as const;
  const { more, notIt, notItHere, turnMisses, forgetServer, forgetMe } = actions;
  const { newSeed, rerun, rerunForAll, confirm, rawData, measured, cancel, remove } = actions;
  return {
    triage: triage.id(ada, { path: { weights: 'same' }, preferred: ['dropout'] }),
    narrow: narrow.id(ada, { path: { weights: 'same' }, preferred: ['dropout'] }),
    showTriage: showTriage.id(ada, { path: { weights: 'same' }, preferred: ['dropout'] }),
    more: more.id(ada, {}),
    notIt: notIt.id(ada, { page: 'dropout' }),
    notItHere: notItHere.id(ada, { path: { weights: 'same' }, preferred: ['dropout'] }),
    turnMisses: turnMisses.id(ada, { first: 5 }),
    forgetServer: forgetServer.id(ada, {}),
    forgetMe: forgetMe.id(ada, {}),
    chooseLanguage: actions.chooseLanguage.id(ada, {}),
    chooseChannels: actions.chooseChannels.id(ada, {}),
    chooseMostWaiting: actions.chooseMostWaiting.id(ada, {}),
    chooseMostRuns: actions.chooseMostRuns.id(ada, {}),
    chooseLessonRole: actions.chooseLessonRole.id(ada, {}),
    readAll: readAll.id(ada, { page: 'dropout' }),
    turnTo: turnTo.id(ada, { page: 'dropout' }),
    allCauses: actions.allCauses.id(ada, {}),
    askNext: askNext.id(ada, { followUp: followUpIds[0] }),
    turnToText: actions.turnToText.id(ada, { followUp: 'complete-recipe' }),
    turnToExample: actions.turnToExample.id(ada, {
      followUp: 'complete-recipe',
      framework: 'keras',
    }),
    correct: correct.id(ada, { evidence, believed }),
    correctByCauses: correctByCauses.id(ada, { evidence, causes: ['dropout'] }),
    openFix: openFix.id(ada, { page: 'dropout', framework: 'keras' }),
    turnToFix: turnToFix.id(ada, { page: 'dropout', framework: 'tfjs' }),
    pick: pick.id(ada, {}),
    startDemo: startDemo.id(ada, { cause: 'dropout' }),
    newSeed: newSeed.id(ada, { parameters }),
    rerun: rerun.id(ada, { parameters }),
    rerunForAll: rerunForAll.id(ada, { parameters }),
    confirm: confirm.id(ada, { replay }),
    check: actions.check.id(ada, { replay }),
    rawData: rawData.id(ada, { replay }),
    measured: measured.id(ada, { replay }),
    cancel: cancel.id(ada, { job: '350000000000000001' }),
    remove: remove.id(ada, {}),
    vote: actions.vote.id(ada, { lesson: '350000000000000009', step: 0, round: 0, answer: 1 }),
    trainOne: actions.trainOne.id(ada, { lesson: '350000000000000009', step: 0 }),
    wasIRight: actions.wasIRight.id(ada, { lesson: '350000000000000009', step: 0 }),
    whereAmI: actions.whereAmI.id(ada, { lesson: '350000000000000009', step: 0 }),
    reveal: actions.reveal.id(ada, { lesson: '350000000000000009', step: 0, round: 0 }),
    voteAgain: actions.voteAgain.id(ada, { lesson: '350000000000000009', step: 0 }),
    nextStep: actions.nextStep.id(ada, { lesson: '350000000000000009', step: 0 }),
    endLesson: actions.endLesson.id(ada, { lesson: '350000000000000009' }),
    endLessonNow: actions.endLessonNow.id(ada, { lesson: '350000000000000009' }),
    rehearse: actions.rehearse.id(ada, { lesson: 'same-model', step: 0 }),
    tryStep: actions.tryStep.id(ada, { lesson: 'same-model', step: 0 }),
    removeNow: actions.removeNow.id(ada, { message: '350000000000000001' }),
    keep: actions.keep.id(ada, {}),
  };
}

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
const refusals = new RegExp([problems.oldButton, problems.failed, problems.notYours].join('|'));

/** What is to be read after this is pressed, or chosen from, under an old message. */
async function answerTo(customId: string): Promise<string> {
  const id = await oldMessage(customId);
  const menu = menuOf(customId);
  const { state, acknowledgement } = await (menu
    ? bot.driver.select(id, customId, [menu.chosen])
    : bot.driver.press(id, customId));
  expect(state).toBe('acknowledged');
  const answer = messageWith(acknowledgement?.messageId);
  return answer ? textOf(answer) : '';
}
