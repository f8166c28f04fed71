import { InteractionType, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memberOf } from '../../tools/load/crowd.ts';
import { percentile } from '../../tools/load/figures.ts';
import { openClassroom, saying, teacher, type Classroom } from './classroom.ts';
import { buttonsOf, picturesOf, textOf } from './read.ts';

let room: Classroom;
beforeAll(async () => {
  room = await openClassroom();
});
afterAll(() => room.close());

const voters = 500;
const withinMs = 5_000;

const studentOf = (number: number) =>
  memberOf(`31${String(number).padStart(16, '0')}`, `student${number}`);

/** Somebody presses a button; resolves to how long Discord waited for the answer. */
async function press(message: APIMessage, customId: string, number: number): Promise<number> {
  const { acknowledgement } = await room.bot.driver.sendRaw({
    type: InteractionType.MessageComponent,
    message,
    member: studentOf(number),
    data: { custom_id: customId, component_type: 2 },
  });
  return acknowledgement?.afterMs ?? Number.POSITIVE_INFINITY;
}

/** The same number of presses in the same time, of a button that keeps nothing: what this machine can do now. */
const pause = withinMs / voters;
async function crowd(count: number, one: (number: number) => Promise<number>): Promise<number[]> {
  const answers: Promise<number>[] = [];
  for (let number = 0; number < count; number++) {
    answers.push(one(number));
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
  return Promise.all(answers);
}

test('500 people vote within 5 s: each is answered and counted once, by their last choice', async () => {
  await room.begin('last-bit');
  const question = await room.waitFor(saying('1 of 3'));
  const [a, b] = buttonsOf(question).map(({ customId }) => customId);
  if (a === undefined || b === undefined) throw new Error('There are no buttons.');
  // Where nobody trained, “Where am I?” keeps nothing and says so.
  const idle = a.replace('lesson.vote', 'lesson.where').replace(/:0:0$/, '');
  const baseline = percentile(await crowd(voters, (number) => press(question, idle, number)), 0.99);
  const times = await crowd(voters, (number) => press(question, a, number));
  // One in five changes their mind.
  times.push(...(await crowd(voters / 5, (number) => press(question, b, number))));

  expect(times.filter((time) => !Number.isFinite(time))).toEqual([]);
  expect(percentile(times, 0.99)).toBeLessThan(Math.max(1_500, 3 * baseline));
  await expect
    .poll(() => textOf(room.now(question)), { timeout: 30_000 })
    .toContain(`${voters} people`);
  const reveal = buttonsOf(question).find(({ label }) => label === 'Reveal');
  await room.bot.driver.press(question.id, reveal?.customId ?? '', teacher);
  const result = await room.waitFor((message) => picturesOf(message).length === 2);
  expect(picturesOf(result)[1]?.description).toContain('A: 400; B (right): 100; C: 0');
});
