import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { fold } from '../../src/answers/fold.ts';
import { loadContent } from '../../src/content/index.ts';
import { evidenceReader, piecesOf, type PieceId } from '../../src/evidence/index.ts';
import type { PageId } from '../../src/ids.ts';
import { projectRoot } from '../../src/root.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { evidence: wordings, ruledOut } = loaded.content;
const read = evidenceReader(wordings, ruledOut, fold);
const piecesIn = (question: string) => piecesOf(read(question).evidence);
const ruledOutIn = (question: string) => read(question).evidence.ruledOut;

describe('what is written is read', () => {
  it.each<[string, readonly PieceId[]]>([
    ['the output changes with every call of model(x)', ['calls', 'pytorch']],
    [
      'same input file, after I reload the .h5 the predictions are different',
      ['reload', 'data', 'keras'],
    ],
    ['I retrained it twice and the RMSE differs', ['trainings']],
    ['tfjs 里 await model.predict 每次调用结果都不一样', ['calls', 'tfjs']],
    ['重新训练之后结果不一样，种子都固定了', ['trainings', 'seed']],
    ['參數都沒動，每次訓練結果卻不同', ['trainings', 'settings']],
    ['on my laptop 0.8731, on the server 0.8733, same weights', ['machines', 'weights']],
    ['batch of 32 is fine, one by one it is nonsense', ['batch-size', 'large']],
    ['lr 0.01 to 0.001 and the accuracy is different', ['change']],
  ])('%s', (question, pieces) => {
    expect(piecesIn(question)).toEqual(expect.arrayContaining([...pieces]));
  });
});

describe('a difference is read in words and in figures', () => {
  it.each([
    '0.41 then 0.47',
    'first call 0.41, then 0.47',
    '0.8731 vs 0.8733',
    '第一次 0.63 再 0.41',
    'val acc 0.71 -> 0.76, nothing changed',
    "I can't reproduce my result",
    'scores of three runs: 14.2 / 14.9 / 14.4',
    '每次预测的结果都不一样',
    '结果复现不出来',
  ])('%s', (question) => expect(read(question).evidence.difference).toBe(true));

  it.each([
    'Adam with betas 0.9, 0.999 and lr 0.001, how many layers do I need?',
    'how do I install torch 2.1 and CUDA 12.1?',
    'dropout 0.2 to 0.5, which is better?',
    'my loss is nan',
    'expected 3 dimensions, got 2',
  ])('none in: %s', (question) => expect(read(question).evidence.difference).toBe(false));

  it.each([
    ['0.41 then 0.47', 'large'],
    ['0.8731 vs 0.8733', 'small'],
    ['the outputs differ by 3e-7', 'bits'],
  ])('%s is a difference of size %s', (question, size) =>
    expect(read(question).evidence.size).toBe(size),
  );

  it('does not take a learning rate for the size of a difference', () => {
    const { size } = read('lr 1e-3 and lr 5e-4 give a different accuracy').evidence;
    expect(size).toBeUndefined();
  });
});

describe('what is stated as done rules causes out', () => {
  it.each<[string, readonly PageId[]]>([
    ['model.eval() is on and dropout is 0, still different each call', ['dropout']],
    ['I already called model.eval() but the output differs', ['dropout']],
    ['我调用了model.eval()，同样的输入输出还是不一样', ['dropout']],
    ['no dropout, shuffle=False, two trainings differ', ['dropout', 'batch-order']],
    ['both load the same untrained weights from init.pt', ['initial-weights']],
    ['both initial networks are identical', ['initial-weights']],
    ['all seeds are set', ['initial-weights']],
    ['weights hash is identical after loading', ['saved-model']],
    ['the state is reset before each call', ['carried-state']],
    ['CPU only, no GPU', ['gpu-kernels']],
    ['nothing was changed', ['hyperparameters']],
    ['參數都沒動', ['hyperparameters']],
    ["it can't be the dropout", ['dropout']],
  ])('%s', (question, causes) =>
    expect(ruledOutIn(question)).toEqual(expect.arrayContaining([...causes])),
  );

  it.each([
    'should dropout be off when I predict?',
    'I forgot model.eval() and the output changes',
    'forgot eval()',
    'do I need model.eval() for this?',
    '预测时要不要把 dropout 关掉',
    '忘记写 model.eval() 了',
    '忘了写 model.eval()',
    '预测时忘了 model.eval()',
    'how do I set all seeds?',
    '是不是要固定所有种子',
    '每次预测都不一样，是不是 dropout 没关',
  ])('a question or something left undone does not: %s', (question) =>
    expect(ruledOutIn(question)).toEqual([]),
  );
});

test('each piece says in which sentence of the question it stands', () => {
  const question = 'Hello! I use PyTorch. 每次调用 model(x) 都不一样。eval() is on.';
  const { places, ruledOut: out } = read(question);
  const at = (place?: { readonly start: number; readonly end: number }) =>
    place && question.slice(place.start, place.end);
  expect(at(places.calls)).toBe('每次调用 model(x) 都不一样。');
  expect(at(places.eval)).toBe('eval() is on.');
  expect(out).toEqual([{ id: 'dropout', why: 'eval', at: places.eval }]);
});

describe('the question of all questions is a fork in every language', () => {
  it.each([
    'why does my trained LSTM give different output every time?',
    'Why do the results of a trained LSTM model differ each time',
    '为什么训练好的lstm模型每次输出的结果不一样?',
    '為什麼訓練好的 LSTM 模型每次輸出的結果都不同',
    'lstm different output every run',
  ])('%s', (question) => expect(read(question).fork).toBe(true));

  it.each([
    'why does my LSTM with dropout give different output every time?',
    'why does my LSTM give different output every time I load it?',
    '为什么重新训练的 lstm 每次输出不一样',
    'what is an LSTM?',
  ])('not: %s', (question) => expect(read(question).fork).toBe(false));
});

describe('the reverse symptom is told apart', () => {
  it.each([
    '为什么模型每次预测的都是同一个值',
    '每次预测结果都一样，为什么',
    'my LSTM always predicts the same value',
    'all predictions are equal',
  ])('%s', (question) => expect(read(question).sameValue).toBe(true));

  it.each(['predict 每次一样但是 fit 每次不一样', 'same input, different output every time'])(
    'a difference is told as well: %s',
    (question) => expect(read(question).sameValue).toBe(false),
  );
});

test('any string is read', () => {
  for (const question of ['', '\uD800', '(('.repeat(5000), 'a'.repeat(100_000), '。'.repeat(9000)])
    expect(() => read(question)).not.toThrow();
});
