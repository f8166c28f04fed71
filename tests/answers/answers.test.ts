import { describe, expect, it } from 'vitest';
import { pageIds } from '../../src/ids.ts';
import { openLibrary } from '../../src/library/index.ts';

const opened = await openLibrary();
if (!opened.ok) throw new Error(opened.problems.join('\n'));
const { content, answer } = opened.library;

describe('the answerer', () => {
  it('asks back instead of choosing when a question fits several causes', () => {
    for (const ask of [
      'why does my lstm give different results?',
      '为什么我的 LSTM 每次输出都不一样',
      '為什麼我的 LSTM 每次輸出都不同',
      'my lstm results are not reproducible, sometimes 0.41 and sometimes 0.47',
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

  it.each([
    [
      'dropout is off and eval() is called, but predicting A after B is not like predicting A first',
      'carried-state',
    ],
    [
      'no dropout, shuffle=False, and still two trainings from scratch give different models',
      'initial-weights',
    ],
    [
      'the initial weights are the same and there is no dropout, only the loader shuffles',
      'batch-order',
    ],
    ['已经 model.eval() 了，没有 dropout，重新加载之后预测还是不一样', 'saved-model'],
  ])('does not blame what is ruled out: %s', (ask, cause) => {
    expect(answer(ask).causes[0]?.id).toBe(cause);
  });

  it.each([
    'should dropout be off when I predict',
    'I forgot to call model.eval() and the output changes',
    '预测时要不要把 dropout 关掉',
  ])('still blames what is asked about: %s', (ask) => {
    expect(answer(ask).causes[0]?.id).toBe('dropout');
  });

  it('adds a special case to the cause it stands under, and names it', () => {
    const { causes, page } = answer('CUBLAS_WORKSPACE_CONFIG and deterministic cudnn lstm');
    expect({ first: causes[0]?.id, page }).toEqual({
      first: 'floating-point',
      page: 'gpu-kernels',
    });
  });

  it('sees a follow-up and still ranks what may be behind it', () => {
    for (const ask of ['I set all the seeds and it still differs', '种子都固定了结果还是不一样'])
      expect(answer(ask)).toMatchObject({ verdict: 'unsure', followUp: 'seed-still-differs' });
  });

  it('ranks the nearest causes of a question that it refuses, for those who count what is missing', () => {
    const { verdict, causes } = answer('what is dropout');
    expect({ verdict, first: causes[0]?.id }).toEqual({ verdict: 'unknown', first: 'dropout' });
  });

  it.each(['', ' ', '🌱🌱🌱', '@zzqqzz', '???', '\u202E\u202D', '```\n```', 'zzzzqqqq xxyyzz'])(
    "doesn't know what to say to %j",
    (ask) => {
      expect(answer(ask)).toMatchObject({ verdict: 'unknown', causes: [] });
    },
  );

  it.each(['capital of France?', 'lstm', '你好', 'hi there'])(
    'refuses what has too few words that it knows: %s',
    (ask) => {
      expect(answer(ask).verdict).toBe('unknown');
    },
  );

  it('is not certain of the most frequent cause where nothing is said but that outputs differ', () => {
    const ask = 'my lstm results are not reproducible, sometimes 0.41 and sometimes 0.47';
    expect(answer(ask)).toMatchObject({
      verdict: 'unsure',
      causes: { 0: { id: 'initial-weights' } },
    });
  });

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

  it('gives every page that stands for itself a probability, best first, 1 together', () => {
    const { causes } = answer('why does my lstm give different results?');
    const probabilities = causes.map(({ probability }) => probability);
    const standing = pageIds.filter((id) => content.pages.get('en')?.get(id)?.under === undefined);
    expect(new Set(causes.map(({ id }) => id))).toEqual(new Set(standing));
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1);
  });
});
