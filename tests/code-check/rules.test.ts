import { describe, expect, test } from 'vitest';
import { found, torchScript } from './scripts.ts';

/** Those of a rule, by its id. */
const only = (rule: string, script: string, fileName?: string): string[] =>
  found(script, fileName).filter((each) => each.startsWith(`${rule}@`));

const keras = `import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
tf.keras.utils.set_random_seed(0)
model = keras.Sequential([layers.LSTM(8, input_shape=(5, 1)), layers.Dropout(0.2), layers.Dense(1)])
model.compile('adam', 'mse')
`;
const stateful = keras.replace('input_shape=(5, 1)', 'batch_input_shape=(1, 5, 1), stateful=True');
const forward = (body: string): string => `import torch
import torch.nn as nn
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 8)
    def forward(self, x):
        ${body}
`;
const carried = (loop: string): string => `import torch
import torch.nn as nn
lstm = nn.LSTM(1, 8)
lstm.load_state_dict(torch.load('a.pt'))
lstm.eval()
hidden = None
with torch.no_grad():
    ${loop}
`;
const scaled = `from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.models import load_model
model = load_model('m.keras')
scaler = MinMaxScaler()
`;

/** A rule, what shows it, where; and what looks like it and isn't. */
const cases: readonly (readonly [
  rule: string,
  script: string,
  lines: readonly number[],
  what: string,
])[] = [
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
    'A8',
    `${keras}import numpy as np\nstart = np.random.randint(0, 10)\nseed = text[start:start + 5]\nprint(model.predict(seed))\n`,
    [],
    'a start that a seed repeats is not sure',
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
  [
    'C3',
    'import numpy as np\nimport torch.nn as nn\nnp.random.seed(0)\nmodel = nn.LSTM(1, 2)\n',
    [3],
    'a seed of NumPy only',
  ],
  [
    'C4',
    'import torch\nimport torch.nn as nn\nmodel = nn.LSTM(1, 2)\ntorch.manual_seed(0)\n',
    [4],
    'a seed too late',
  ],
  [
    'C4',
    'import torch\nimport torch.nn as nn\ndef set_seed():\n    torch.manual_seed(0)\nmodel = nn.LSTM(1, 2)\n',
    [4],
    'a seed in a function that nobody calls',
  ],
  [
    'C4',
    'import torch\nimport torch.nn as nn\ndef set_seed():\n    torch.manual_seed(0)\nset_seed()\nmodel = nn.LSTM(1, 2)\n',
    [],
    'a seed in a function that is called',
  ],
  [
    'C1',
    'import torch\nimport torch.nn as nn\nif __name__ == "__main__":\n    torch.manual_seed(0)\n    model = nn.LSTM(1, 2)\n',
    [],
    'a seed below __main__',
  ],
  [
    'C2',
    'from numpy.random import seed\nseed(1)\nimport tensorflow as tf\ntf.random.set_seed(2)\nm = tf.keras.Sequential([tf.keras.layers.Dense(1)])\n',
    [],
    'a bare seed(1)',
  ],
  [
    'C8',
    'from sklearn.model_selection import train_test_split\na, b = train_test_split(x)\n',
    [2],
    'a split without a seed',
  ],
  [
    'C8',
    'from sklearn.model_selection import train_test_split\na, b = train_test_split(x, random_state=1)\n',
    [],
    'a split with a seed',
  ],
  [
    'C8',
    'from sklearn.model_selection import train_test_split\na, b = train_test_split(x, shuffle=False)\n',
    [],
    'a split in order',
  ],
  [
    'C12',
    `${keras}from tensorflow.keras.callbacks import EarlyStopping\nmodel.fit(x, y, validation_split=0.1, callbacks=[EarlyStopping(patience=3)])\n`,
    [8],
    'the last weights',
  ],
  [
    'C12',
    `${keras}from tensorflow.keras.callbacks import EarlyStopping\nmodel.fit(x, y, validation_split=0.1, callbacks=[EarlyStopping(restore_best_weights=True)])\n`,
    [],
    'the best weights',
  ],
  [
    'C15',
    'import yfinance as yf\ndata = yf.download("AAPL", start="2020-01-01")\n',
    [2],
    'data up to today',
  ],
  [
    'C15',
    'import yfinance as yf\ndata = yf.download("AAPL", start="2020-01-01", end="2024-01-01")\n',
    [],
    'data up to a day',
  ],
  [
    'D1',
    `${scaled}print(model.predict(scaler.fit_transform(new)))\n`,
    [5],
    'a scaler that is fitted to the input',
  ],
  [
    'D1',
    `${scaled.replace('MinMaxScaler()', "joblib.load('s.pkl')")}print(model.predict(scaler.transform(new)))\n`,
    [],
    'a scaler that is loaded',
  ],
  [
    'D5',
    `${keras}model.fit(x, y)\nprint(model.predict(x.reshape(1, 6, 1)))\n`,
    [8],
    'a window of other length',
  ],
  [
    'D5',
    `${keras}model.fit(x, y)\nprint(model.predict(x.reshape(1, 5, 1)))\n`,
    [],
    'the same window',
  ],
  [
    'E1',
    'import torch\nmodel.load_state_dict(torch.load("a.pt"), strict=False)\n',
    [2],
    'a loose load',
  ],
  [
    'E2',
    'from keras import Sequential, layers\nm = Sequential([layers.LSTM(4)])\nprint(m.predict(x))\n',
    [3],
    'weights that were never loaded',
  ],
  [
    'E2',
    'from keras import Sequential, layers\nm = Sequential([layers.LSTM(4)])\nm.load_weights("a.h5")\nprint(m.predict(x))\n',
    [],
    'weights that were loaded',
  ],
  ['F1', 'import torch\ntorch.backends.cudnn.benchmark = True\n', [2], 'the fastest algorithm'],
  [
    'F7',
    'import torch\nimport torch.nn as nn\ntorch.manual_seed(0)\nm = nn.LSTM(1, 4, num_layers=2, dropout=0.5).cuda()\nm(x)[0].mean().backward()\n',
    [4],
    'dropout of cuDNN',
  ],
  ['N1', 'import torch.nn as nn\nm = nn.LSTM(1, 4, dropout=0.5)\n', [2], 'dropout of one layer'],
  [
    'N1',
    'import torch.nn as nn\nm = nn.LSTM(1, 4, num_layers=2, dropout=0.5)\n',
    [],
    'dropout of two layers',
  ],
  ['N2', 'import torch.nn as nn\nm = nn.GRU(1, 4, 2, 0.5)\n', [2], 'dropout at the place of bias'],
  ['N3', `${keras}model.predict(x)\n`, [5], 'dropout and predict()'],
];

describe('each rule finds its line, and not what only looks like it', () => {
  test.each(cases)('%s: %s', (rule, script, lines) => {
    const fileName = script.startsWith('const') ? 'a.js' : 'a.py';
    const expected = lines.map((line) => `${rule}@${line}`);
    const sure = rule === 'A8' ? [] : only(rule, script, fileName);
    expect(sure).toEqual(expected);
  });
});
