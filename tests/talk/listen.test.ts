import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { createListener, type Saying } from '../../src/talk/index.ts';
import { nothingRead } from '../../src/evidence/index.ts';
import { realContent } from '../content/copy.ts';

const loaded = loadContent(realContent);
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const listener = createListener(loaded.content);
const read = (message: string) => listener.read(message);

describe('a word that is asked for is found in the glossary', () => {
  test.each([
    ['what is a seed?', 'seed'],
    ["what's a random seed", 'seed'],
    ['What does bit-identical mean?', 'bit-identical'],
    ['what is bit identical', 'bit-identical'],
    ['can you explain what hidden state is', 'hidden-state'],
    ['what is the hidden state in an LSTM?', 'hidden-state'],
    ['hey, what are epochs?', 'epoch'],
    ['define mini-batch please', 'batch'],
    ['what is a kernel?', 'kernel'],
    ['what is model.eval()?', 'inference-mode'],
    ['what does inference mode mean in pytorch', 'inference-mode'],
    ['so what exactly is a golden pair', 'golden-pair'],
    ['how does dropout work?', 'dropout'],
    ['meaning of float32', 'float32'],
    ['what is an lstm', 'lstm'],
    ['什么是隐藏状态', 'hidden-state'],
    ['什么是隱藏狀態？', 'hidden-state'],
    ['请问隐状态是什么意思呢', 'hidden-state'],
    ['什麼是種子', 'seed'],
    ['LSTM里的门是什么', 'gate'],
    ['epoch是什么意思', 'epoch'],
    ['dropout 是啥', 'dropout'],
    ['解释一下超参数', 'hyperparameter'],
    ['复现码是什么', 'replay-code'],
    // Words that the readers of an article on this question bring.
    ['what is SGD?', 'sgd'],
    ['what is stochastic gradient descent', 'sgd'],
    ['随机梯度下降是什么', 'sgd'],
    ['what is a neuron', 'unit'],
    ['神经元是什么意思', 'unit'],
    ['时间步长是什么', 'time-step'],
    ['what are vanishing gradients?', 'vanishing-gradient'],
    ['什么是梯度消失', 'vanishing-gradient'],
    ['what is an ensemble', 'ensemble'],
    ['什么是权重平均', 'weight-averaging'],
    ['什么是闭环预测', 'free-running'],
  ])('%s', (message, id) => {
    expect(read(message)).toEqual({ kind: 'term', id, isBare: false });
  });

  test('the word alone may be meant as a question too', () => {
    expect(read('epoch?')).toEqual({ kind: 'term', id: 'epoch', isBare: true });
  });

  test('every name of every word finds it, in every language', () => {
    for (const terms of loaded.content.glossary.values())
      for (const { id, asked } of terms.values())
        for (const name of asked)
          for (const question of [`what is ${name}?`, `什么是${name}`])
            expect(read(question), question).toEqual({ kind: 'term', id, isBare: false });
  });
});

describe('a near word gets no entry', () => {
  test.each([
    'what is a seedling?',
    'what is a seed bank',
    'what is the best learning rate',
    'what is the dropout rate',
    'what is a transformer',
    'what is a stateful firewall',
    'what is windows 11',
    'what is hashing',
    'what is a batch file',
    'what is the difference between hidden state and cell state',
    '什么是种子轮融资',
    '什么是内核驱动',
    '门怎么修',
    'why does my seed not work',
  ])('%s', (message) => {
    expect(read(message)?.kind).not.toBe('term');
  });
});

describe('what refers to the last answer', () => {
  test.each<[string, Omit<Extract<Saying, { kind: 'more' }>, 'kind'>]>([
    ['how do i fix that in pytorch', { wants: 'fix', framework: 'pytorch' }],
    ['How do I fix this?', { wants: 'fix' }],
    ['and in keras?', { wants: 'fix', framework: 'keras' }],
    ['keras', { wants: 'fix', framework: 'keras' }],
    ["I'm using tensorflow.js", { wants: 'fix', framework: 'tfjs' }],
    ['ok thanks, how can I solve it?', { wants: 'fix' }],
    ['what should I do', { wants: 'fix' }],
    ['how do i check?', { wants: 'check' }],
    ['how can i verify this', { wants: 'check' }],
    ['how do I know if that is the cause?', { wants: 'check' }],
    ['why?', { wants: 'why' }],
    ['why does that happen', { wants: 'why' }],
    ['how does it work?', { wants: 'why' }],
    ['tell me more', { wants: 'why' }],
    ['it was retrained', { wants: 'retrained' }],
    ['no, I trained it again', { wants: 'retrained' }],
    ['I retrain it every time', { wants: 'retrained' }],
    ['same weights', { wants: 'same-weights' }],
    ['the weights are the same', { wants: 'same-weights' }],
    ["I didn't retrain", { wants: 'same-weights' }],
    ['that was not it', { wants: 'not-it' }],
    ["no, that's not the cause", { wants: 'not-it' }],
    ["that didn't help", { wants: 'not-it' }],
    ['怎么修', { wants: 'fix' }],
    ['怎麼修復？', { wants: 'fix' }],
    ['那在 keras 里怎么改', { wants: 'fix', framework: 'keras' }],
    ['pytorch 呢', { wants: 'fix', framework: 'pytorch' }],
    ['怎么检查', { wants: 'check' }],
    ['为什么会这样', { wants: 'why' }],
    ['是重新训练的', { wants: 'retrained' }],
    ['权重没变', { wants: 'same-weights' }],
    ['不是这个原因', { wants: 'not-it' }],
  ])('%s', (message, expected) => {
    expect(read(message)).toEqual({ kind: 'more', ...expected });
  });

  test.each([
    'how do i fix the seed in pytorch',
    'how do I fix dropout in keras',
    'why does my lstm differ',
    'how do I check the loss',
    'it was retrained with another learning rate',
    'same weights, other gpu',
    '怎么修复显存不足',
    '怎么检查学习率',
    'my pytorch model differs after loading',
  ])('is not a question of its own: %s', (message) => {
    expect(read(message)).toBeUndefined();
  });
});

describe('a greeting, or thanks, and nothing else', () => {
  test.each([
    'hi',
    'Hello!',
    'hey there',
    'good morning',
    '你好',
    '您好！',
    '嗨',
    '哈囉',
    'hi @Seedling',
  ])('%s', (message) => {
    expect(read(message)).toEqual({ kind: 'greeting' });
  });
  test.each([
    'thanks',
    'Thank you so much!',
    'thx',
    'ok thanks',
    'thanks, that was it!',
    '谢谢',
    '謝謝你',
    '多谢',
    '👍',
  ])('%s', (message) => {
    expect(read(message)).toEqual({ kind: 'thanks' });
  });
  test.each(['ok', 'hi, is the capital of France Paris', 'hello world', '谢谢参与', ''])(
    'is not said with “%s”',
    (message) => {
      expect(read(message)).toBeUndefined();
    },
  );
});

describe('a call for help, and not a word about what for,', () => {
  test.each([
    'help',
    'help me please!',
    'hi, can you help me?',
    'who are you?',
    '帮帮我',
    '你會做什麼？',
  ])('“%s”', (message) => {
    expect(read(message)).toEqual({ kind: 'help' });
  });

  test('with a word about what for it is a question', () => {
    expect(read('help, my lstm differs')).toBeUndefined();
    expect(read('thanks for your help')).toEqual({ kind: 'thanks' });
  });
});

test.each([
  "I don't understand",
  'I don’t understand',
  "sorry, I didn't get that",
  '看不懂',
  '沒看懂',
])('“%s” asks for more about the last answer', (message) => {
  expect(read(message)).toEqual({ kind: 'more', wants: 'why' });
});

describe('a message adds to a question', () => {
  const held = { ...nothingRead, held: ['eval'] } as const;
  test.each([
    ['it is pytorch and I have called model.eval()', held, true],
    ['eval() is on and it still differs', { ...held, difference: true }, true],
    ['my outputs differ with eval() on', { ...held, difference: true }, false],
    ['is eval() on enough', held, false],
    ['eval() is on, why?', held, false],
    ['it was dropout, as I said', nothingRead, false],
    ['已经调用了 eval', held, true],
    ['调用 eval 就行了吗', held, false],
  ] as const)('“%s”: %s %s', (message, evidence, adds) => {
    expect(listener.addsTo(message, evidence)).toBe(adds);
  });
});
