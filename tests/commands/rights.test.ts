import { describe, expect, test } from 'vitest';
import { commands, type Press } from '../../commands/index.ts';
import { shortId } from '../../commands/framework/action.ts';
import { actions } from '../../commands/parts/actions.ts';
import { belongsTo } from '../../commands/parts/rights.ts';
import type { Jobs } from '../../src/jobs/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { everyAction } from './every-action.ts';
import { buttonsOf, pressing, realServices, wordsOf, type Who } from './fake-conversation.ts';

const asker = '300000000000000003';
const stranger = '200000000000000002';
const owner = shortId(asker);
const { problems, triage } = wordsFor('en').replies;

/** A queue that takes no demo, and notes whose it was. */
const asked: (string | undefined)[] = [];
const submit: Jobs['submit'] = async (_job, watch) => {
  asked.push(watch?.by?.user);
  const refusal = { kind: 'closed' } as const;
  return {
    refusal,
    outcome: Promise.resolve(refusal),
    position: () => 0,
    wait: () => undefined,
    prefer: () => {},
    cancel: () => {},
  };
};
const services = { ...realServices(), jobs: { submit } };
const cancelled: string[] = [];
const parameters = { cause: 'dropout', variant: 'inference', runs: 2, seed: '7' } as const;
services.running.set('1', { parameters, cancel: () => cancelled.push('1') });

const replay = 'dropout.inference.2.7.kernel.0123456789ab';
/** One of each, below messages of the asker. */
const ids = everyAction(owner, { replay, job: '1', lesson: '1' });

const chosen: Partial<Record<keyof typeof actions, string>> = {
  more: 'dropout.fix-keras',
  turnTo: 'sources',
  pick: 'dropout',
};

async function press(key: keyof typeof actions, who: Who = {}) {
  const { said, events, forms } = await pressing(ids[key], services, {
    userId: stranger,
    customIds: Object.values(ids),
    chosen: [chosen[key] ?? ''],
    ...who,
  });
  return { said, events, forms };
}

const keys = Object.keys(ids) as (keyof typeof actions)[];
const startsDemo = [
  'takeHomeIn',
  'watch',
  'startDemo',
  'newSeed',
  'rerun',
  'confirm',
  'check',
  'rawData',
  'measured',
];

test('a form opens for everybody, and changes nothing for others', async () => {
  const { said, events, forms } = await press('sendCode');
  expect([said, events]).toEqual([[], []]);
  expect(forms).toHaveLength(1);
});

const forEverybody = keys.filter((key) => belongsTo[key] === 'everybody' && key !== 'sendCode');
describe.each(forEverybody)('%s', (key) => {
  test('works for everybody, in a private message, and changes nothing for others', async () => {
    asked.length = 0;
    const { said, events } = await press(key);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ how: 'reply', private: true });
    expect(wordsOf(said[0]!.reply)).not.toContain(problems.notYours);
    expect(events).toEqual([]);
    expect(asked).toEqual(startsDemo.includes(key) ? [stranger] : []);
    for (const { customId } of buttonsOf(said[0]!.reply))
      expect(customId.split(':')[1]).toMatch(new RegExp(`^${shortId(stranger)}-?`));
  });
});

describe.each(keys.filter((key) => belongsTo[key] === 'asker'))('%s', (key) => {
  test('is refused to others in private, with a button of their own', async () => {
    asked.length = 0;
    const { said, events } = await press(key);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ how: 'reply', private: true });
    expect(wordsOf(said[0]!.reply)).toBe(problems.notYours);
    const [way, ...more] = buttonsOf(said[0]!.reply);
    expect(way?.customId.split(':')[1]).toContain(shortId(stranger));
    expect([more, events, asked, cancelled]).toEqual([[], [], [], []]);
  });
});

/** What needs a right to its command at the moment of the press: as whom it works, beside whoever asked. */
const needs = {
  turnMisses: 'managers',
  forgetServer: 'managers',
  chooseLanguage: 'managers',
  chooseChannels: 'managers',
  chooseMostWaiting: 'managers',
  chooseMostRuns: 'managers',
  chooseLessonRole: 'managers',
  reveal: 'teachers',
  voteAgain: 'teachers',
  nextStep: 'teachers',
  endLesson: 'teachers',
  endLessonNow: 'teachers',
  rehearse: 'teachers',
  tryStep: 'teachers',
} as const satisfies Partial<Record<keyof typeof actions, string>>;

const audiences: Readonly<Record<'managers' | 'teachers', { has: Who; sentence: string }>> = {
  managers: { has: { isManager: true }, sentence: problems.onlyManagers },
  teachers: {
    has: { roleIds: ['36'], settings: { demoChannels: [], lessonRole: '36' } },
    sentence: wordsFor('en').replies.lessons.problems.onlyTeachers,
  },
};

const lost = { isManager: false, isStaff: false, roleIds: [] };

describe.each(Object.entries(needs))('%s', (name, audience) => {
  const key = name as keyof typeof needs;
  const { has, sentence } = audiences[audience];

  test(`works for who asked, as one of the ${audience}`, async () => {
    const { said, events } = await press(key, { userId: asker, ...has });
    expect(said.length + events.length).toBeGreaterThan(0);
    for (const { reply } of said) expect(wordsOf(reply)).not.toContain(sentence);
  });

  test('is refused to who asked and has lost the right since, and changes nothing', async () => {
    const { said, events } = await press(key, { ...has, ...lost, userId: asker });
    expect(said.map(({ how, private: isPrivate }) => [how, isPrivate])).toEqual([['reply', true]]);
    expect(said.map(({ reply }) => wordsOf(reply))).toEqual([sentence]);
    expect(events).toEqual([]);
  });

  test('is for staff too if they have that right: who manages messages may lead a lesson', async () => {
    const said = (await press(key, { isStaff: true })).said.map(({ reply }) => wordsOf(reply));
    if (audience === 'managers') expect(said).toEqual([sentence]);
    else expect(said).not.toContain(sentence);
  });
});

test('what is everybody’s stays open to who led the lesson and has lost the right', async () => {
  const { said } = await press('vote', { ...audiences.teachers.has, ...lost, userId: asker });
  for (const { reply } of said) expect(wordsOf(reply)).not.toContain(audiences.teachers.sentence);
});

test('every button that is its asker’s, below what is not for everybody, needs the right', () => {
  const audienceOf = (action: string) =>
    commands.find(({ handlers }) => handlers.some(({ name }) => name === action))?.for;
  const guarded = keys
    .map((key) => [key, audienceOf(actions[key].name)] as const)
    .filter(([key, audience]) => belongsTo[key] === 'asker' && audience !== 'everybody');
  expect(Object.fromEntries(guarded)).toEqual(needs);
});

test.each(keys)('%s that does not stand in the message is forged: it does nothing', async (key) => {
  asked.length = 0;
  for (const forger of [stranger, asker]) {
    // Of the forger, or of whoever asked; with every right there is.
    for (const named of [shortId(forger), owner]) {
      const forged = ids[key].replace(`:${owner}`, `:${named}`);
      const { said, events, forms } = await pressing(forged, services, {
        userId: forger,
        isStaff: true,
        isManager: true,
        chosen: [chosen[key] ?? ''],
        customIds: [actions.keep.id(named, {}), 'something.else'].filter((id) => id !== forged),
      });
      expect(said.map(({ how, private: isPrivate }) => [how, isPrivate])).toEqual([
        ['reply', true],
      ]);
      expect(said.map(({ reply }) => wordsOf(reply))).toEqual([problems.oldButton]);
      expect([events, forms, asked, cancelled]).toEqual([[], [], [], []]);
    }
  }
});

test.each([
  ['whoever asked', { userId: asker }],
  ['staff', { isStaff: true }],
  ['whose message it answers', { answersTo: async () => stranger }],
] satisfies [string, Partial<Press>][])('%s may narrow an answer in place', async (_, who) => {
  const { said } = await press('narrow', who);
  expect(said.map(({ how }) => how)).toEqual(['update']);
});

test('the way on from a narrowing is the same question, to answer for oneself', async () => {
  const { said } = await press('narrow');
  const [way] = buttonsOf(said[0]!.reply);
  expect(way?.label).toBe(triage.own);
  const { said: own } = await pressing(way?.customId, services, {
    userId: stranger,
    messageIsPrivate: true,
  });
  expect(own.map(({ how }) => how)).toEqual(['update']);
});

test('the way on from a demo of somebody else is the same demo with a seed of one’s own', async () => {
  const { said } = await press('cancel');
  const [way] = buttonsOf(said[0]!.reply);
  const [values] = [actions.rerunForAll.read((way?.customId ?? '').split(':').slice(2))];
  expect(values?.parameters).toMatchObject({ cause: 'dropout', runs: 2 });
  expect(values?.parameters.seed).not.toBe('7');
});

describe('deleting', () => {
  const target = { customIds: [ids.remove], answersTo: undefined };

  test.each([
    ['whoever asked', { userId: asker }, true],
    ['staff', { userId: stranger, isStaff: true }, true],
    ['somebody else, by a forged id', { userId: stranger }, false],
  ])('is done for %s', async (_, who, isDone) => {
    let deleted = 0;
    const another = async () => ({ ...target, delete: async () => void deleted++ });
    const id = actions.removeNow.id(shortId(who.userId), { message: '400000000000000004' });
    const { said } = await pressing(id, services, { ...who, another });
    expect(deleted).toBe(Number(isDone));
    expect(said[0]?.how).toBe(isDone ? 'update' : 'reply');
  });

  test('is not asked about where the bot could not delete the message later', async () => {
    const { events } = await press('remove', { userId: asker, mayPost: false });
    expect(events).toEqual(['delete']);
  });
});
