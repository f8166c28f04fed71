import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createAnswerer } from '../../src/answers/index.ts';
import { crossValidate } from '../../src/answers/calibrate.ts';
import {
  causeOf,
  classCount,
  examplesOf,
  offTopicClass,
  phrasingsOf,
  reader,
} from '../../src/answers/examples.ts';
import { causeIds } from '../../src/causes.ts';
import { loadContent } from '../../src/content/index.ts';
import { projectRoot } from '../../src/root.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { content } = loaded;

const started = performance.now();
const answer = createAnswerer(content);
const startMilliseconds = performance.now() - started;

const question = z.object({ ask: z.string(), causes: z.array(z.enum(causeIds)) });
const questions = z
  .object({ en: z.array(question), zh: z.array(question), 'off-topic': z.array(z.string()) })
  .parse(parse(readFileSync(join(import.meta.dirname, 'questions.yaml'), 'utf8')));

/** The share that passes, with the ones that don't, to be read when a floor is missed. */
function share<T>(all: readonly T[], passes: (one: T) => boolean): { share: number; missed: T[] } {
  const missed = all.filter((one) => !passes(one));
  return { share: 1 - missed.length / all.length, missed };
}

describe.each(['en', 'zh'] as const)('on questions its author never saw (%s)', (language) => {
  const asked = questions[language];
  const ranked = (ask: string) => answer(ask).causes.map(({ id }) => id);

  it('a right cause comes first for 80%', () => {
    const first = share(
      asked,
      ({ ask, causes }) =>
        causes.includes(ranked(ask)[0] ?? 'dropout') && answer(ask).verdict !== 'unknown',
    );
    expect(first.share, JSON.stringify(first.missed, null, 1)).toBeGreaterThanOrEqual(0.8);
  });

  it('a right cause is among the three shown for 90%', () => {
    const three = share(asked, ({ ask, causes }) =>
      ranked(ask)
        .slice(0, 3)
        .some((id) => causes.includes(id)),
    );
    expect(three.share, JSON.stringify(three.missed, null, 1)).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the answerer', () => {
  it("says that it doesn't know for 80% of the off-topic questions", () => {
    const refused = share(questions['off-topic'], (ask) => answer(ask).verdict === 'unknown');
    expect(refused.share, JSON.stringify(refused.missed, null, 1)).toBeGreaterThanOrEqual(0.8);
  });

  it('finds the page of three in four phrasings that it has not learned, by ten-fold cross-validation', () => {
    const examples = examplesOf(content, reader(content));
    const texts = phrasingsOf(content);
    const ambiguous = new Set(content.ambiguous.flatMap(({ phrasings }) => phrasings));
    const confusions: string[] = [];
    let counted = 0;
    crossValidate(examples, classCount, 10).forEach((scores, i) => {
      const label = examples[i]?.label ?? offTopicClass;
      const text = texts[i]?.text ?? '';
      if (label === offTopicClass || ambiguous.has(text)) return;
      counted++;
      const ours = scores.slice(0, causeIds.length);
      const found = ours.indexOf(Math.max(...ours));
      if (found !== label) confusions.push(`${causeOf(label)} -> ${causeOf(found)}: ${text}`);
    });
    expect(1 - confusions.length / counted, confusions.join('\n')).toBeGreaterThanOrEqual(0.75);
  });

  it('asks back instead of choosing when a question fits several causes', () => {
    for (const ask of [
      'why does my lstm give different results?',
      '为什么我的 LSTM 每次输出都不一样',
      '為什麼我的 LSTM 每次輸出都不同',
    ])
      expect(answer(ask), ask).toMatchObject({ verdict: 'unsure', askWeights: true });
  });

  it('does not ask for the weights when the question says it', () => {
    expect(answer('I retrain my lstm and get different results').askWeights).toBe(false);
    expect(answer('同一个模型每次预测结果都不一样').askWeights).toBe(false);
  });

  it('reads traditional Chinese and typing errors', () => {
    expect(answer('推論時忘了關 dropout').causes[0]?.id).toBe('dropout');
    expect(answer('forgot to disable dorpout at inferense').causes[0]?.id).toBe('dropout');
  });

  it.each(['', ' ', '🌱🌱🌱', '@everyone', '???', '\u202E\u202D', '```\n```', 'zzzzqqqq xxyyzz'])(
    "doesn't know what to say to %j",
    (ask) => {
      expect(answer(ask)).toMatchObject({ verdict: 'unknown', causes: [] });
    },
  );

  it('survives any string', () => {
    for (const ask of [
      '\uD800',
      '\0',
      'a'.repeat(100_000),
      '（'.repeat(5000),
      '__proto__',
      'constructor',
      '<@123> <#1> https://x.y/z',
      '```python\nmodel.eval()\n```',
    ])
      expect(() => answer(ask)).not.toThrow();
  });

  it('gives every cause a probability, best first, at most 1 together', () => {
    const { causes } = answer('why does my lstm give different results?');
    const probabilities = causes.map(({ probability }) => probability);
    expect(new Set(causes.map(({ id }) => id))).toEqual(new Set(causeIds));
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('gives the same ranking with the same probabilities when it learns again', () => {
    const digest = (answerer: typeof answer) =>
      createHash('sha256')
        .update(JSON.stringify(questions.en.map(({ ask }) => answerer(ask))))
        .digest('hex');
    expect(digest(createAnswerer(content))).toBe(digest(answer));
  });

  it('is ready within 3 seconds and answers 99% of the questions within 10 ms', () => {
    const asked = [...questions.en, ...questions.zh].flatMap((q) => [q.ask, q.ask, q.ask]);
    const times = asked.map((ask) => {
      const start = performance.now();
      answer(ask);
      return performance.now() - start;
    });
    expect(startMilliseconds).toBeLessThan(3000);
    expect(times.toSorted((a, b) => a - b)[Math.floor(0.99 * times.length)]).toBeLessThan(10);
  });
});
