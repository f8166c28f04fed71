import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/words/index.ts';
import { ada, ben, openClassroom, saying, teacher, type Classroom } from './classroom.ts';
import { buttonOf, buttonsOf, isPrivate, picturesOf, textOf, textsOf } from './read.ts';
import { pressOn } from './say.ts';

let room: Classroom;
beforeAll(async () => {
  room = await openClassroom();
});
afterAll(() => room.close());

describe('a lesson', () => {
  afterEach(() => room.end());
  const { lessons: say } = wordsFor('en').replies;

  test('is started by those who may manage messages, one a channel', async () => {
    for (const command of ['lesson start', 'lesson rehearse', 'lesson end']) {
      const name = command === 'lesson end' ? {} : { name: 'last-bit' };
      const { message } = await room.bot.command(command, name, ada);
      expect(isPrivate(message)).toBe(true);
      expect(textOf(message)).toBe(say.problems.onlyTeachers);
    }
    await room.begin('last-bit');
    const { message } = await room.bot.command('lesson start', { name: 'same-input' }, teacher);
    expect(isPrivate(message)).toBe(true);
    expect(textOf(message)).toContain(say.problems.taken);
  });

  test('goes on after a restart in the middle of a step: no vote is lost, and old buttons work', async () => {
    await room.begin('last-bit');
    const question = await room.waitFor(saying('1 of 3'));
    await room.tell(question, 'A', ada);
    await room.bot.restart();
    expect(textOf(await room.tell(question, 'B', ben))).toBe(say.chose('B'));
    await expect
      .poll(() => textOf(room.now(question)), { timeout: 20_000 })
      .toContain(say.voted(2));
    await room.tell(question, say.reveal, teacher);
    const result = await room.waitFor(saying('B is right'));
    expect(picturesOf(result)[1]?.description).toMatch(/A: 1; B.*: 1; C: 0/);
    await room.bot.restart();
    expect(textOf(await room.tell(result, say.wasIRight, ada))).toContain('You chose A');
    await room.tell(result, say.next, teacher);
    await room.waitFor(saying('2 of 3'));
    await room.end();
    const [handout = ''] = await textsOf(await room.waitFor(saying('1 of 2 right')));
    expect(handout.match(/<img /g)).toHaveLength(1);
    expect(handout).toContain('Not shown in this lesson: Alone, or in a batch, Butterfly.');
  });

  test('ends with its summary when its teacher is gone for two hours', async () => {
    await room.begin('last-bit');
    const question = await room.waitFor(saying('1 of 3'));
    await room.tell(question, 'A', ada);
    await room.pass(1.9);
    expect(buttonsOf(room.now(question))).not.toEqual([]);
    await room.pass(0.2);
    const summary = await room.waitFor(saying(say.absent));
    expect(textOf(summary)).toContain('1 person took part');
    expect(buttonsOf(room.now(question))).toEqual([]);
    expect((await textsOf(summary))[0]).not.toContain('<img');
    const { message } = await room.bot.command('lesson end', {}, teacher);
    expect(textOf(message)).toContain(say.problems.none);
  });

  test('is forgotten a day after its end', async () => {
    await room.begin('last-bit');
    const question = await room.waitFor(saying('1 of 3'));
    await room.tell(question, 'A', ada);
    const press = buttonOf(question, 'B');
    await room.end();
    const late = await room.bot.driver.press(question.id, press, ada).catch(() => undefined);
    expect(late?.state ?? 'acknowledged').toBe('acknowledged');
    await room.pass(25);
    const { message } = await room.bot.command('privacy', {}, ada);
    const done = await pressOn(room.bot, message, 'Delete what is kept of me', ada);
    expect(textOf(done)).toContain('Nothing of yours is kept');
  });

  test('tells in /privacy what is kept, and deletes somebody’s votes', async () => {
    await room.begin('last-bit');
    const question = await room.waitFor(saying('1 of 3'));
    await room.tell(question, 'A', ada);
    await room.tell(question, 'B', ben);
    const { message } = await room.bot.command('privacy', {}, ada);
    expect(textOf(message)).toContain('24 hours');
    const done = await pressOn(room.bot, message, 'Delete what is kept of me', ada);
    expect(textOf(done)).toContain('1');
    await room.tell(question, 'B', ben);
    await expect
      .poll(() => textOf(room.now(question)), { timeout: 20_000 })
      .toContain(say.voted(1));
  });

  test('ends with a line in the log when its question, its channel or its server is gone', async () => {
    const lines = () => room.bot.wholeLog.filter((line) => line.startsWith('The lesson last-bit'));
    const before = lines().length;
    for (const [at, gone] of [
      (question: APIMessage) => ({ t: 'MESSAGE_DELETE', d: { id: question.id } }),
      (question: APIMessage) => ({ t: 'CHANNEL_DELETE', d: { id: question.channel_id } }),
      // Also where the bot was taken out.
      () => ({ t: 'GUILD_DELETE', d: { id: '330000000000000001' } }),
    ].entries()) {
      await room.begin('last-bit');
      const question = await room.waitFor(saying('1 of 3'));
      // By then the bot knows where its question stands.
      await room.tell(question, 'B', ben);
      const { t, d } = gone(question);
      room.bot.gateway.say({ op: 0, t, d: { ...d, channel_id: question.channel_id, type: 0 } });
      await expect
        .poll(async () => textOf(await room.tell(question, 'A', ada)), { timeout: 20_000 })
        .toBe(say.problems.over);
      await expect.poll(() => lines().length - before).toBe(at + 1);
      const { message } = await room.bot.command('lesson end', {}, teacher);
      expect(textOf(message)).toContain(say.problems.none);
    }
    // It comes back, as after an invitation.
    await room.bot.restart();
  });

  test('goes on in a thread of its own, also after a restart, and ends with it', async () => {
    const plan = await room.begin('last-bit', teacher, { thread: true });
    const question = await room.waitFor(saying('1 of 3'));
    expect(question.channel_id).not.toBe(plan.channel_id);
    await room.tell(question, 'A', ada);
    await room.bot.restart();
    await room.tell(question, 'B', ben);
    await room.tell(question, say.reveal, teacher);
    const result = await room.waitFor(saying('B is right'));
    expect(picturesOf(result)[1]?.description).toMatch(/A: 1; B.*: 1; C: 0/);
    expect(result.channel_id).toBe(question.channel_id);
    // Another one may begin in the channel, and only the thread's ends with the thread.
    await room.bot.command('lesson start', { name: 'same-input' }, teacher);
    room.bot.gateway.say({
      op: 0,
      t: 'THREAD_DELETE',
      d: {
        id: question.channel_id,
        guild_id: '330000000000000001',
        parent_id: plan.channel_id,
        type: 11,
      },
    });
    await expect
      .poll(async () => textOf(await room.tell(result, say.next, teacher)), { timeout: 20_000 })
      .toBe(say.problems.over);
    expect(textOf((await room.end()).message)).toBe(say.ended);
  });

  test('may be rehearsed by the teacher alone', async () => {
    const { message } = await room.bot.command('lesson rehearse', { name: 'last-bit' }, teacher);
    expect(isPrivate(message)).toBe(true);
    expect(textOf(message)).toContain('✅');
    const run = await room.bot.driver.press(message.id, buttonOf(message, say.tryStep), teacher);
    const result = await room.bot.driver.waitFor(
      (messages) =>
        messages.find(
          (one) => one.id === run.acknowledgement?.messageId && picturesOf(one).length > 0,
        ),
      { user: 'chen', withinMs: 90_000 },
    );
    expect(isPrivate(result)).toBe(true);
    const next = await pressOn(room.bot, result, say.next, teacher);
    expect(textOf(next)).toContain('2 of 3');
  });
});

test('nothing of this is in the log as a warning', () => {
  expect(room.bot.log).toEqual([]);
});
