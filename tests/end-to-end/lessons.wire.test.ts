import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { By } from '@seedling/playground';
import { wordsFor, type Locale } from '../../src/words/index.ts';
import { ada, ben, openClassroom, saying, teacher, type Classroom } from './classroom.ts';
import { buttonOf, buttonsOf, isPrivate, textsOf, picturesOf, textOf } from './read.ts';

let room: Classroom;
beforeAll(async () => {
  room = await openClassroom();
});
afterAll(() => room.close());

describe.each(['en', 'zh-CN'] as const)('a whole lesson, %s', (locale: Locale) => {
  const { lessons: say } = wordsFor(locale).replies;
  const number = (step: number) => (locale === 'en' ? `${step} of 3` : `${step}/3`);
  const by = (who: By): By => ({ ...who, locale: locale === 'en' ? 'en-US' : locale });

  test('predict, reveal, vote again, go on, and the summary', async () => {
    expect(isPrivate(await room.begin('same-model', by(teacher)))).toBe(false);
    const question = await room.waitFor(saying(number(1)));
    expect(buttonsOf(question).map(({ label }) => label)).toEqual([
      'A',
      'B',
      'C',
      'D',
      say.reveal,
      say.skip,
      say.end,
    ]);

    const receipt = await room.tell(question, 'A', by(ada));
    expect(isPrivate(receipt)).toBe(true);
    expect(textOf(receipt)).toBe(say.chose('A'));
    await room.tell(question, 'C', by(ben));
    await room.tell(question, 'B', by(ben));
    await expect
      .poll(() => textOf(room.now(question)), { timeout: 20_000 })
      .toContain(say.voted(2));
    expect(textOf(room.now(question))).not.toMatch(/%/);

    const refused = await room.tell(question, say.reveal, by(ada));
    expect(isPrivate(refused)).toBe(true);
    const hint = await room.tell(question, say.reveal, by(teacher));
    const result = await room.waitFor(saying(say.because('B', '', '').slice(0, 12)));
    expect(picturesOf(result)).toHaveLength(2);
    expect(picturesOf(result)[1]?.description).toMatch(
      /A[:：] ?1.+B.+[:：] ?1.+C[:：] ?0.+D[:：] ?0/,
    );
    await expect
      .poll(() => {
        const told = room.bot.driver.messages('chen').find(({ id }) => id === hint.id);
        return told ? textOf(told) : '';
      })
      .toBe(say.hint.some('50%'));
    expect(buttonsOf(room.now(question))).toEqual([]);

    expect(textOf(await room.tell(result, say.wasIRight, by(ada)))).toContain(
      say.wrong('A', 'B', '').trim(),
    );
    expect(textOf(await room.tell(result, say.wasIRight, by(ben)))).toContain(
      say.right('B', '').trim(),
    );

    await room.tell(result, say.voteAgain, by(teacher));
    const again = await room.waitFor(saying(say.again('', '').trim().slice(0, 6)));
    expect(textOf(again)).toContain(say.voted(0));
    await room.tell(again, 'B', by(ada));
    await room.tell(again, 'B', by(ben));
    await room.tell(again, say.reveal, by(teacher));
    const second = await room.waitFor(
      (one) => one.id !== result.id && picturesOf(one).length === 2,
    );
    expect(picturesOf(second)[1]?.description).toMatch(/A[:：]\D*1\D+0.+B.+[:：]\D*1\D+2/);
    expect(buttonsOf(second).map(({ label }) => label)).not.toContain(say.voteAgain);

    await room.tell(second, say.next, by(teacher));
    const next = await room.waitFor(saying(number(2)));
    await room.tell(next, say.skip, by(teacher));
    const last = await room.waitFor(saying(number(3)));
    expect(textOf(room.now(next))).toContain(say.skipped);
    const asked = await room.tell(last, say.end, by(teacher));
    await room.bot.driver.press(asked.id, buttonOf(asked, say.endNow), by(teacher));
    const summary = await room.waitFor(saying(say.summary('', 2).slice(0, 6)));
    expect(textOf(summary)).toContain('50%');
    expect(textOf(summary)).toContain('100%');
    const [handout = '', csv = ''] = await textsOf(summary);
    expect(handout).toContain(`<html lang="${locale}">`);
    expect(
      handout.match(/<img src="data:image\/png;base64,[^"]{9999,}" alt="[^"]{99,}"/g),
    ).toHaveLength(1);
    expect(handout).toMatch(/2\s\(100%\)/);
    expect(csv).toContain('1,');
    expect(csv.trim().split('\n')).toHaveLength(1 + 2 * 4);
  });
});

describe('everybody trains one', () => {
  test('gives each a run of their own, and shows them where it is', async () => {
    const { lessons: say } = wordsFor('en').replies;
    await room.begin('trained-twice');
    for (const step of [1, 2, 3])
      await room.tell(await room.waitFor(saying(`${step} of 4`)), say.skip, teacher);
    const question = await room.waitFor(saying('4 of 4'));
    expect(textOf(await room.tell(question, say.train, ada))).toContain('run 1 is yours');
    expect(textOf(await room.tell(question, say.train, ben))).toContain('run 2 is yours');
    expect(textOf(await room.tell(question, say.train, ada))).toContain('run 1 is yours');
    await room.tell(question, say.reveal, teacher);
    const result = await room.waitFor(saying('Talk about it'));
    expect(picturesOf(result)).toHaveLength(1);
    expect(textOf(await room.tell(result, say.whereAmI, ada))).toMatch(
      /^\*\*Yours: -?[\d.]+\*\*, higher than \d+ of the 49 others/,
    );
    expect(textOf(await room.tell(result, say.whereAmI, teacher))).toBe(say.notTrained);
    await room.tell(result, say.finish, teacher);
    expect(textOf(await room.waitFor(saying('### Summary: Trained twice')))).toContain('2 people');
  });
});

test('nothing of this is in the log as a warning', () => {
  expect(room.bot.log).toEqual([]);
});
