import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answererWithout, learn, lessonsOf, load } from '../../src/answers/index.ts';
import { measure, type Figures } from '../../tools/eval-answers/measure.ts';
import { asQuestion, parts, languages, readQuestions } from '../../tools/eval-answers/questions.ts';
import { rankingHash } from '../../tools/eval-answers/speed.ts';
import type { Share } from '../../tools/eval-answers/statistics.ts';
import { loadContent } from '../../src/content/index.ts';
import { openLibrary } from '../../src/library/index.ts';
import { projectRoot } from '../../src/root.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { content } = loaded;
const questions = Object.fromEntries(
  parts.map((part) => [part, readQuestions(join(import.meta.dirname, 'dev'), part)]),
);
const asked = Object.values(questions)
  .flat()
  .map(({ ask }) => ask);
const opened = await openLibrary();
if (!opened.ok) throw new Error(opened.problems.join('\n'));
/** What the build learned. */
const { answer } = opened.library;

/** The processor time of some work, in milliseconds. */
function cost<Made>(work: () => Made) {
  const since = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(since);
  return { made, milliseconds: (user + system) / 1000 };
}

const value = ({ right, of }: Share): number => right / of;
const folded = (text: string): string => text.toLowerCase().replaceAll(/[\s\p{P}]/gu, '');

describe.each(parts)('on questions written apart from the phrasings (%s part)', (part) => {
  const figures: Figures = measure(
    (questions[part] ?? []).map((question) => ({ question, answer: answer(question.ask) })),
  );

  it.each(languages)('a right cause comes first for most (%s)', (language) => {
    expect(value(figures.languages[language].first)).toBeGreaterThanOrEqual(0.8);
  });

  it.each(languages)('a right cause is among the three shown for nearly all (%s)', (language) => {
    expect(value(figures.languages[language].three)).toBeGreaterThanOrEqual(0.9);
  });

  it.each(languages)('few of ours are refused (%s)', (language) => {
    expect(value(figures.languages[language].refused)).toBeLessThanOrEqual(0.08);
  });

  it('off-topic questions are refused', () => {
    expect(value(figures.offTopicRefused)).toBeGreaterThanOrEqual(0.8);
    expect(figures.areaUnderCurve).toBeGreaterThanOrEqual(0.95);
  });

  it('a probability means what it says', () => {
    expect(figures.calibrationError).toBeLessThanOrEqual(0.12);
  });
});

describe('questions by an author who was not learned from', () => {
  // One of them: all of them take minutes, which `npm run eval:answers` takes.
  const author = 'author-e';
  const unseen = answererWithout(content)(author);
  const figures = measure(
    content.openQuestions
      .filter((each) => each.author === author)
      .map((each) => ({ question: asQuestion(content, each), answer: unseen(each.text) })),
  );

  it('are mostly answered rightly', () => {
    expect(value(figures.languages.en.first)).toBeGreaterThanOrEqual(0.75);
    expect(value(figures.languages.en.refused)).toBeLessThanOrEqual(0.08);
    expect(value(figures.offTopicRefused)).toBeGreaterThanOrEqual(0.6);
  });
});

describe('what is learned from', () => {
  it('shares no question with those it is measured by', () => {
    const known = new Set(lessonsOf(content).questions.map(({ text }) => folded(text)));
    expect(asked.filter((ask) => known.has(folded(ask)))).toEqual([]);
  });
});

describe('the answerer', () => {
  const learned = cost(() => learn(lessonsOf(content)));
  const loadedAgain = cost(() => load(learned.made, content));

  it('gives the same rankings with the same probabilities when another process learned it: the build did', () => {
    expect(rankingHash(answer, asked)).toBe(rankingHash(loadedAgain.made, asked));
  });

  it('answers the same to the last bit, whatever is asked', () => {
    for (const question of [
      'why does my lstm give different results every time?',
      'forgot to disable dorpout at inferense',
      '为什么我的 LSTM 每次输出都不一样',
      '推論時忘了關 dropout',
      'I set the seed and it still differs',
      'what is the capital of France',
      '',
    ])
      expect(loadedAgain.made(question), question).toEqual(answer(question));
  });

  it('is loaded in a quarter of the time that learning takes', () => {
    expect(loadedAgain.milliseconds).toBeLessThan(learned.milliseconds / 4);
  });
});
