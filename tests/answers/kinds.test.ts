import { describe, expect, it } from 'vitest';
import type { PageId } from '../../src/ids.ts';
import { openLibrary } from '../../src/library/index.ts';

const opened = await openLibrary();
if (!opened.ok) throw new Error(opened.problems.join('\n'));
const { answer } = opened.library;

/** The pages that are shown, the best first. */
const shownFor = (ask: string): PageId[] =>
  answer(ask)
    .causes.slice(0, 3)
    .map(({ id }) => id);

describe('a setup that is only named', () => {
  it.each([
    '老师好，我是大三学生，用keras做股价预测，窗口60天，两层LSTM各50个单元，每层后面有Dropout(0.2)，adam，epoch 50，batch 32，每次重新运行整个notebook，RMSE 有时 12 有时 19，为什么',
    '用LSTM预测股价，学习率0.001，隐藏层50，每次训练结果都不同',
    '學習率 0.001、隱藏層 64，參數都沒動，每次訓練結果卻不同',
  ])('is no change: %s', (ask) => {
    const { verdict, causes } = answer(ask);
    expect(verdict).not.toBe('unknown');
    expect(causes[0]?.id).toBe('initial-weights');
  });
});

describe('the reverse of our question', () => {
  it.each([
    '为什么模型每次预测的都是同一个值',
    '每次预测结果都一样，为什么',
    '怎么让模型每次都预测涨',
    '为什么我的LSTM对所有输入输出都相同',
    'all predictions are decimals between 0 and 1, how do I scale them back',
  ])('is not ours: %s', (ask) => {
    expect(answer(ask).verdict).toBe('unknown');
  });
});

describe('what is not about outputs that should agree', () => {
  it.each([
    '权重初始化用 xavier 还是 kaiming',
    '训练集loss和验证集loss不一样正常吗',
    '为什么模型训练每个epoch的loss都不一样',
    '每个epoch的loss不一样正常吗',
    '为什么每次打开微信都要登录',
    '为什么每个人的作业不一样',
    '为什么 LSTM 和 GRU 的结果不一样',
    '为什么不同的人用 LSTM 预测同一支股票结论不同',
    'return_sequences=True 和 False 输出有什么不同',
    'chatgpt每次回答都不一样为什么',
  ])('is not ours: %s', (ask) => {
    expect(answer(ask).verdict).toBe('unknown');
  });
});

describe('a prediction that stays the same', () => {
  it.each([
    'tfjs 里 model.predict 每次一样但是 fit 每次不一样',
    'in tfjs model.predict is always the same but model.fit gives another result each time',
    'tfjs predict same every time, fit differs every time',
  ])('is not explained by dropout: %s', (ask) => {
    expect(shownFor(ask)).not.toContain('dropout');
    expect(['initial-weights', 'batch-order']).toContain(shownFor(ask)[0]);
  });
});

describe('a question about one of our causes', () => {
  it.each([
    ['does the length of the padding change the output of my lstm?', 'time-steps'],
    ['does the initial weight matter for the result of an lstm?', 'initial-weights'],
    ['批次顺序会影响 LSTM 学到的东西吗', 'batch-order'],
    ['drop out 是不是会让输出随机', 'dropout'],
    ['bn层会不会导致预测不一样', 'dropout'],
    ['does shuffling change what the network learns?', 'batch-order'],
    ['does batch order change what my lstm learns?', 'batch-order'],
    ['do batch sizes change the prediction?', 'time-steps'],
    ['do vanishing gradients make the output different', 'time-steps'],
    ['does SGD make my LSTM give different outputs each time', 'batch-order'],
    ['SGD会让LSTM每次输出不同吗', 'batch-order'],
    ['梯度消失会让输出不一样吗', 'time-steps'],
  ])('is answered with its page though nothing differs yet: %s', (ask, cause) => {
    const { verdict, causes } = answer(ask);
    expect(verdict).not.toBe('unknown');
    expect(causes[0]?.id).toBe(cause);
  });
});

describe('a vague question', () => {
  it.each([
    "results of my network change and I don't know why",
    "my model's output keeps changing and I have no idea why",
    '结果老是变，不知道为什么',
  ])('gets the most frequent causes, and no certainty: %s', (ask) => {
    expect(answer(ask).verdict).toBe('unsure');
    expect(shownFor(ask)).toEqual(expect.arrayContaining(['initial-weights', 'dropout']));
  });
});

it('is vague, though it names what is predicted: any of three may be the cause', () => {
  const ask = 'lstm预测股价，每次画的图都不一样';
  expect(answer(ask).verdict).toBe('unsure');
  expect(shownFor(ask).toSorted()).toEqual(['batch-order', 'dropout', 'initial-weights']);
});

describe('a cause that is named, but not as the reason of other outputs', () => {
  it.each(['does dropout make training slower', 'what does the forget gate change'])(
    'is not asked about by its effect: %s',
    (ask) => {
      expect(answer(ask).verdict).not.toBe('answer');
    },
  );
});

describe('a comparison', () => {
  it.each([
    'on CPU it is stable but on GPU each run gives another result',
    'on cpu the result is stable, on gpu it changes every time',
    '在CPU上稳定，GPU上每次不同',
  ])('holds neither side: %s', (ask) => {
    const { evidence, causes } = answer(ask);
    expect(evidence.held).not.toContain('cpu');
    expect(causes[0]?.id).toBe('floating-point');
  });
});

describe('one word', () => {
  it.each([
    [
      'Exactly the same code, but with lr 0.5 instead of 0.1 the result is another',
      'hyperparameters',
    ],
    ['lr 1e-3 gives 0.8 accuracy and lr 1e-4 gives 0.6', 'hyperparameters'],
    [
      'The model file has not been touched, but each time I start the program the word gets another index and the translation changes',
      'data-set',
    ],
  ])('does not decide against the rest of the sentence: %s', (ask, cause) => {
    expect(answer(ask).causes[0]?.id).toBe(cause);
  });

  it('leaves open whether rounding or the loading differs on the other machine', () => {
    const ask = '在我电脑上是0.8731，放到服务器上变成0.8733，权重文件是同一个';
    expect(answer(ask).verdict).toBe('unsure');
    expect(shownFor(ask)).toEqual(expect.arrayContaining(['floating-point', 'saved-model']));
  });
});
