import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crossValidatedAnswers, learn, load } from '../../src/answers/index.ts';
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
const answer = load(learn(content), content);
const unseen = crossValidatedAnswers(content, 10);

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

describe('the phrasings', () => {
  it('are mostly found by a model that has not learned them', () => {
    const figures = measure(
      unseen.map(({ phrasing, answer: given }) => ({
        question: asQuestion(content, phrasing),
        answer: given,
      })),
    );
    for (const language of languages)
      expect(value(figures.languages[language].first)).toBeGreaterThanOrEqual(0.7);
  });

  it('share no question with the ones they are measured by', () => {
    const phrasings = new Set(unseen.map(({ phrasing }) => folded(phrasing.text)));
    expect(asked.filter((ask) => phrasings.has(folded(ask)))).toEqual([]);
  });
});

describe('the answerer', () => {
  it('gives the same rankings with the same probabilities when another process learned it', async () => {
    // The build did.
    const opened = await openLibrary();
    if (!opened.ok) throw new Error(opened.problems.join('\n'));
    expect(rankingHash(opened.library.answer, asked)).toBe(rankingHash(answer, asked));
  });
});
