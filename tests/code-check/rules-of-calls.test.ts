import { describe, test } from 'vitest';
import { carried, forward, holds, keras, stateful, type Case } from './cases.ts';
import { torchScript } from './scripts.ts';

const cases: readonly Case[] = [
  ['A3', forward('return F.dropout(x, 0.2)'), [9], 'F.dropout without training'],
  [
    'A3',
    forward('return F.dropout(x, 0.2, self.training)'),
    [],
    'F.dropout that asks for the mode',
  ],
  ['A3', forward('return F.dropout(x, 0)'), [], 'F.dropout of nothing'],
  ['A4', `${keras}print(model(x, training=True))\n`, [7], 'training=True in a call'],
  [
    'A4',
    `${keras}print(model(x, training=False))\nprint(model.predict(x))\n`,
    [],
    'training=False',
  ],
  [
    'A4',
    `${keras}with tf.GradientTape() as tape:\n    y = model(x, training=True)\n`,
    [],
    'training=True under a tape',
  ],
  [
    'A4',
    `from keras import layers, Model, Input\ni = Input((5, 1))\nx = layers.LSTM(4)(i)\nx = layers.Dropout(0.5)(x, training=True)\nm = Model(i, x)\nm.predict(d)\n`,
    [4],
    'a layer that is told to train',
  ],
  [
    'A5',
    `import torch.nn as nn\n${torchScript('model.eval()\nfor m in model.modules():\n    if isinstance(m, nn.Dropout):\n        m.train()\n')}`,
    [18],
    'Monte Carlo dropout',
  ],
  [
    'A6',
    `import tensorflow.compat.v1 as tf\nx = tf.placeholder(tf.float32, [None, 5])\nh = tf.nn.dropout(x, 0.5)\nsess = tf.Session()\nprint(sess.run(h, {x: d}))\n`,
    [3],
    'a fixed keep probability',
  ],
  [
    'A6',
    `import tensorflow.compat.v1 as tf\nx = tf.placeholder(tf.float32, [None, 5])\nkeep = tf.placeholder(tf.float32)\nh = tf.nn.dropout(x, keep)\nsess = tf.Session()\nprint(sess.run(h, {x: d, keep: 1.0}))\n`,
    [],
    'a placeholder',
  ],
  [
    'A9',
    "const tf = require('@tensorflow/tfjs');\nconst model = tf.sequential();\nmodel.add(tf.layers.dropout({ rate: 0.5 }));\nconst y = model.apply(tf.ones([1, 2]), { training: true });\n",
    [4],
    'apply in training',
  ],
  [
    'A9',
    "const tf = require('@tensorflow/tfjs');\nconst i = tf.input({ shape: [2] });\nconst y = tf.layers.dropout({ rate: 0.5 }).apply(i);\n",
    [],
    'apply that builds',
  ],
  [
    'A10',
    forward(
      'out, _ = self.lstm(x, (torch.randn(1, 1, 8), torch.randn(1, 1, 8)))\n        return out',
    ),
    [9],
    'a drawn state',
  ],
  [
    'A10',
    forward(
      'out, _ = self.lstm(x, (torch.zeros(1, 1, 8), torch.zeros(1, 1, 8)))\n        return out',
    ),
    [],
    'a state of zeros',
  ],
  ['A11', forward('return x + torch.randn_like(x)'), [9], 'noise in forward'],
  [
    'A11',
    forward('if self.training:\n            x = x + torch.randn_like(x)\n        return x'),
    [],
    'noise in training only',
  ],
  [
    'A12',
    torchScript('model.eval()\nmodel.__init__()\nwith torch.no_grad():\n    print(model(x))\n'),
    [17],
    '__init__ again',
  ],
  ['B1', `${stateful}a = model.predict(x)\nb = model.predict(x)\n`, [8], 'two predictions'],
  [
    'B1',
    `${stateful}a = model.predict(x)\nmodel.reset_states()\nb = model.predict(x)\n`,
    [],
    'a reset between',
  ],
  [
    'B1',
    `${keras}# stateful=True\na = model.predict(x)\nb = model.predict(x)\n`,
    [],
    'stateful in a comment',
  ],
  [
    'B2',
    carried('for x in loader:\n        out, hidden = lstm(x, hidden)\n        print(out)'),
    [9],
    'a state that goes on',
  ],
  [
    'B2',
    carried('for x in loader:\n        out, hidden = lstm(x, None)\n        print(out)'),
    [],
    'a state that is not fed',
  ],
  [
    'B2',
    carried(
      'for x in loader:\n        hidden = None\n        out, hidden = lstm(x, hidden)\n        print(out)',
    ),
    [],
    'a reset',
  ],
  [
    'B2',
    carried(
      'for i in range(9):\n        out, hidden = lstm(x, hidden)\n        x = out[-1:]\n        print(out)',
    ),
    [],
    'one forecast that goes on',
  ],
  [
    'B4',
    "const tf = require('@tensorflow/tfjs');\nconst model = tf.sequential();\nmodel.add(tf.layers.lstm({ units: 4, stateful: true, batchInputShape: [1, 5, 1] }));\nmodel.predict(x).print();\nmodel.predict(x).print();\n",
    [5],
    'a stateful layer',
  ],
  [
    'B5',
    `${keras}def predict(x):\n    model.fit(x, y)\n    return model.predict(x)\n`,
    [8],
    'training while predicting',
  ],
];

describe('what differs from call to call is found in its line, and not what only looks like it', () => {
  test.each(cases)('%s: %s', (rule, script, lines) => holds(rule, script, lines));
});
