import { describe, test } from 'vitest';
import { holds, keras, scaled, type Case } from './cases.ts';

const cases: readonly Case[] = [
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

describe('what differs from training to training is found in its line, and not what only looks like it', () => {
  test.each(cases)('%s: %s', (rule, script, lines) => holds(rule, script, lines));
});
