import { describe, expect, test } from 'vitest';
import { handoutPage, type Handout } from '../../src/handout/index.ts';
import { begin, type Lesson, type StepRecord } from '../../src/lessons/index.ts';
import type { Locale } from '../../src/words/index.ts';

const demo = { cause: 'dropout', variant: 'inference', runs: 2, seed: 'class-1' } as const;
const said = { demo, discussion: 'Who would want that?', explanation: 'A mask is drawn.' };
const lessonIn = (locale: Locale): Lesson => ({
  id: 'same-model',
  locale,
  title: 'A < B & "C"',
  minutes: 15,
  text: 'Call `model(x)` twice.',
  steps: [
    {
      ...said,
      kind: 'predict',
      title: 'The first',
      prompt: 'Is a **< b**?',
      answers: [
        { answer: 'Yes', isRight: true, feedback: 'Exactly.', condition: {} },
        { answer: 'No', isRight: false, feedback: 'It is.', condition: {} },
      ],
    },
    { ...said, kind: 'everybody-trains', title: 'The second', prompt: 'Press.', condition: {} },
    { ...said, kind: 'everybody-trains', title: 'The third', prompt: 'A secret.', condition: {} },
  ],
});

const shown = {
  replay: 'dropout.inference.2.class-1.k.0',
  title: 'It differs',
  finding: 'By **1**.',
};
const records: StepRecord[] = [
  {
    shown,
    votes: [
      { 'key-1': 0, 'key-2': 1, 'key-3': 1 },
      { 'key-1': 0, 'key-2': 0 },
    ],
  },
  { shown, votes: [{ 'key-4': 0 }, {}] },
  { votes: [{ 'key-4': 0 }, {}] },
];
const chart = { png: new Uint8Array([1, 2, 3]), altText: 'Two "runs" differ.' };

const page = (more: Partial<Handout> = {}, locale: Locale = 'en') =>
  handoutPage({
    lesson: lessonIn(locale),
    session: {
      ...begin(
        { id: '1', lesson: 'same-model', locale, serverId: 's', channelId: 'c', salt: 'salt' },
        1_800_000_000_000,
      ),
      records,
    },
    charts: [chart, chart],
    pages: [
      {
        id: 'dropout',
        title: 'Dropout left on',
        answer: 'It draws.',
        sources: [
          { title: 'A paper', url: 'https://example.org/a?b=1&c=2' },
          { title: 'Not a link', url: 'javascript:alert(1)' },
          { title: 'A book' },
        ],
      },
    ],
    ...more,
  });

describe('the handout of a lesson', () => {
  test('escapes what it is made of, and makes HTML of Discord’s markdown', () => {
    expect(page()).toContain('<h1>A &lt; B &amp; &quot;C&quot;</h1>');
    expect(page()).toContain('Is a <strong>&lt; b</strong>?');
    expect(page()).toContain('<code>model(x)</code>');
    expect(page()).toContain('href="https://example.org/a?b=1&amp;c=2"');
    expect(page()).not.toContain('javascript:');
  });

  test('shows both votes of each answer in numbers, and which one is right in words', () => {
    const rows = page()
      .match(/<tr class[^]+?<\/tr>/g)
      ?.map((row) => row.replaceAll(/<[^>]+>|\s+/g, ' '));
    expect(rows).toEqual([
      expect.stringMatching(/A .*Right: .*Yes .*Exactly\. .*1 \(33%\) .*2 \(100%\)/),
      expect.stringMatching(/B .*No .*It is\. .*2 \(67%\) .*0 \(0%\)/),
    ]);
    expect(page().match(/<th scope="col"/g)).toHaveLength(3);
  });

  test('has its charts inside, each with its alt text, and needs nothing from elsewhere', () => {
    expect(page().match(/<img [^>]+>/g)).toEqual(
      [0, 1].map(
        () => '<img src="data:image/png;base64,AQID" alt="Two &quot;runs&quot; differ." />',
      ),
    );
    expect(page()).not.toMatch(/<script|<link|@import|url\(|src="http/);
  });

  test('says where a chart is missing how to get it', () => {
    const text = page({ charts: [undefined, chart] });
    expect(text.match(/<img/g)).toHaveLength(1);
    expect(text).toContain('The chart is missing here.');
  });

  test('gives nothing of a step away that was not shown, but names it', () => {
    expect(page()).toContain('Not shown in this lesson: The third.');
    expect(page()).not.toContain('A secret.');
  });

  test('names nobody and no time, and is the same every time', () => {
    expect(page()).not.toMatch(/key-\d|salt|18000|20\d\d-/);
    expect(page()).toBe(page());
  });

  test.each([
    ['en', 'How the class answered'],
    ['zh-CN', '全班的回答'],
    ['zh-TW', '全班的回答'],
  ] as const)('is in the language of the lesson: %s', (locale, words) => {
    expect(page({}, locale)).toContain(`<html lang="${locale}">`);
    expect(page({}, locale)).toContain(words);
  });
});
