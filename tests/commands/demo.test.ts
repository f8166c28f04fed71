import { describe, expect, test } from 'vitest';
import { demo } from '../../commands/demo.ts';
import { outcomeReply } from '../../commands/demo/views.ts';
import type { Reply, TypedInputs } from '../../commands/index.ts';
import { demoIds, runDemo, variantsOf, type DemoResult } from '../../src/demos/index.ts';
import { render } from '../../src/discord/render.ts';
import { createEngine } from '../../src/lstm/index.ts';
import { locales, wordsFor } from '../../src/words/index.ts';
import { buttonsOf, realServices, fakeConversation, wordsOf } from './fake-conversation.ts';

const services = realServices();
const { problems, outcomes } = wordsFor('en').replies;
const replay = 'dropout.inference.10.7.tfjs-wasm.0123456789ab';

describe('/demo, given bad input, says privately what to do instead', () => {
  const refused = async (inputs: TypedInputs) => {
    const { conversation, said, events } = fakeConversation();
    await demo.run(inputs, conversation, services);
    expect(events).toEqual([]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ how: 'reply', private: true });
    return said.map(({ reply }) => wordsOf(reply)).join('');
  };

  test.each([1, 0, -3, 201, 1_000_000, 2.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d runs',
    async (runs) => {
      expect(await refused({ cause: 'dropout', runs })).toBe(problems.runs(2, 200));
    },
  );

  test.each([
    ['10,000 characters', 'x'.repeat(10_000)],
    ['emoji', '🌱'],
    ['a ping', '@everyone'],
    ['a code fence', '```'],
    ['right-to-left text', 'بذرة'],
    ['nothing', '   '],
    ['a dot, which would break the replay code', 'a.b'],
  ])('a seed of %s', async (_, seed) => {
    expect(await refused({ cause: 'dropout', seed })).toBe(problems.seed);
  });

  test('too few runs for the intervals of all causes', async () => {
    expect(await refused({ cause: 'all', runs: 20 })).toBe(problems.runs(40, 200));
  });

  test('an unknown cause, with the nearest ones', async () => {
    expect(await refused({ cause: 'dropuot' })).toContain('Did you mean `Dropout`');
  });

  test('a page that has no demo, with the demo closest to it', async () => {
    expect(await refused({ cause: 'gpu-kernels' })).toBe(
      problems.noDemo('GPU kernels', 'Floating point'),
    );
    expect(await refused({ cause: 'Sampling temperature' })).toBe(
      problems.noDemo('Sampling temperature', undefined),
    );
  });

  test('a variant of another cause, with those it has', async () => {
    const words = await refused({ cause: 'dropout', variant: 'alignment' });
    for (const id of variantsOf('dropout')) expect(words).toContain(`\`${id}\``);
  });

  test('what has nothing to watch', async () => {
    expect(await refused({ cause: 'steadier', watch: true })).toBe(problems.nothingToWatch);
    expect(await refused({ cause: 'floating-point', watch: true })).toBe(problems.nothingToWatch);
  });

  test('half a replay code', async () => {
    expect(await refused({ cause: replay.slice(0, -1) })).toBe(problems.replay);
  });

  test.each([{ runs: 3 }, { seed: '8' }, { variant: 'training' }])(
    'a replay code beside %j',
    async (other) => {
      expect(await refused({ cause: replay, ...other })).toBe(problems.replayWithOptions);
    },
  );

  test('options of the wrong type, which only a forged command has', async () => {
    expect(await refused({ cause: 7 })).toBe(problems.oldCommand);
    expect(await refused({})).toBe(problems.oldCommand);
  });
});

describe('the suggestions', () => {
  const suggest = (option: string, typed: string, others: TypedInputs = {}) =>
    demo.options[option]?.suggest?.(typed, { locale: 'en', others }, services) ?? [];

  test('for a pasted replay code are that code, in words', () => {
    expect(suggest('cause', ` ${replay} `)).toEqual([
      { label: 'Replay: Dropout, 10 runs, seed 7', value: replay },
    ]);
  });

  test('for a cause are all demos, those of no single cause among them', () => {
    expect(suggest('cause', '').map(({ value }) => value)).toEqual(demoIds);
    expect(suggest('cause', 'compared')).toEqual([
      { label: 'How big is each cause? All of them compared', value: 'all' },
    ]);
  });

  // "all" is in "earlier calls" as well, and Enter takes the first.
  test.each(demoIds)('for a cause begin with %s when exactly that is typed', (id) => {
    expect(suggest('cause', id)[0]?.value).toBe(id);
  });

  test.each(demoIds)('for a variant of %s are those it has, each worded', (cause) => {
    const choices = suggest('variant', '', { cause });
    expect(choices.map(({ value }) => value)).toEqual(variantsOf(cause));
    for (const { label, value } of choices) expect(label).not.toBe(value);
  });

  test('for a variant are none before a cause is picked', () => {
    expect(suggest('variant', '', { cause: 'x' })).toEqual([]);
    expect(suggest('variant', '')).toEqual([]);
  });
});

describe('the end of a run', () => {
  const parameters = { cause: 'dropout', variant: 'inference', runs: 3, seed: '7' } as const;
  const reader = {
    locale: 'en',
    owner: 'abc',
    isPrivate: false,
    content: services.content,
    pictures: services.pictures,
  } as const;

  test.each([
    ['cancelled', { kind: 'cancelled' }, outcomes.cancelled],
    ['timed out', { kind: 'timed-out', seconds: 120 }, outcomes.timedOut(120)],
    ['refused', { kind: 'busy', scope: 'all', waiting: 300 }, outcomes.busy.all(300)],
    ['refused for a person', { kind: 'busy', scope: 'user', waiting: 2 }, outcomes.busy.user(2)],
    ['refused in a server', { kind: 'busy', scope: 'server', waiting: 6 }, outcomes.busy.server(6)],
    ['without processes', { kind: 'unavailable', seconds: 8 }, outcomes.unavailable(8)],
    ['when the bot leaves', { kind: 'closed' }, outcomes.closed],
    ['crashed', { kind: 'crashed', detail: 'SECRET/path' }, outcomes.crashed],
  ] as const)('%s is said in words, with a way to run it again', (_, outcome, sentence) => {
    const reply = outcomeReply(outcome, { parameters }, reader);
    expect(wordsOf(reply)).toContain(sentence);
    expect(JSON.stringify(reply)).not.toContain('SECRET');
    expect(buttonsOf(reply)[0]?.customId).toBe('demo.rerun:abc:dropout.inference.3.7');
  });
});

test('the last thirty results are remembered, and the one that was used longest ago goes first', () => {
  const { recent } = realServices();
  const result = { cause: 'dropout' } as unknown as DemoResult;
  for (let at = 0; at < 30; at++) recent.set(`${at}`, result);
  recent.get('0');
  recent.set('30', result);
  expect(['0', '1', '2', '30'].map((code) => recent.has(code))).toEqual([true, false, true, true]);
});

test.each(locales)('the words of every variant exist (%s)', (locale) => {
  const { variants } = wordsFor(locale).replies;
  for (const cause of demoIds) expect(Object.keys(variants[cause])).toEqual(variantsOf(cause));
});

describe('a demo that is watched', async () => {
  const parameters = { cause: 'dropout', variant: 'inference', runs: 2, seed: '7' } as const;
  const result = await runDemo(await createEngine(), parameters);
  const still = { png: Buffer.from('png'), altText: 'A chart.' };
  const animation = { gif: Buffer.from('gif'), altText: 'An animation.' };
  const finished = { result, story: wordsFor('en').tell(result), ...still };
  const done = { kind: 'done', milliseconds: 1, result: { ...finished, animation } } as const;
  const reader = {
    locale: 'en',
    owner: 'abc',
    isPrivate: false,
    content: services.content,
    pictures: services.pictures,
  } as const;
  const labelsOf = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
  const shown = (reply: Reply) =>
    render(reply).files.map(({ name, description }) => [name, description]);
  const chart = ['dropout-7.png', 'A chart.'];
  const moving = ['dropout-7.gif', 'An animation.'];

  test('has a button for that, which says what is watched', () => {
    const reply = outcomeReply({ ...done, result: finished }, { parameters }, reader);
    expect(shown(reply)).toEqual([chart]);
    expect(labelsOf(reply)).toContain('Watch where they part');
  });

  test('shows the animation beside its chart, and the button no more', () => {
    const reply = outcomeReply(done, { parameters, watch: 'beside' }, reader);
    expect(shown(reply)).toEqual([chart, moving]);
    expect(labelsOf(reply)).not.toContain('Watch where they part');
  });

  test('shows the animation alone where the chart is there already', () => {
    const reply = outcomeReply(done, { parameters, watch: 'alone' }, reader);
    expect(shown(reply)).toEqual([moving]);
    expect(labelsOf(reply)).toEqual(['Delete this message']);
  });

  test('is watched again after it was cancelled', () => {
    const reply = outcomeReply({ kind: 'cancelled' }, { parameters, watch: 'alone' }, reader);
    expect(buttonsOf(reply)[0]?.customId).toBe('demo.watch:abc:dropout.inference.2.7');
  });
});
