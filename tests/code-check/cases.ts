import { expect } from 'vitest';
import { found } from './scripts.ts';

/** A rule, a script, the lines where it is found there, and what the script shows. */
export type Case = readonly [rule: string, script: string, lines: readonly number[], what: string];

/** Those of a rule, by its id. */
const only = (rule: string, script: string, fileName?: string): string[] =>
  found(script, fileName).filter((each) => each.startsWith(`${rule}@`));

export const keras = `import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
tf.keras.utils.set_random_seed(0)
model = keras.Sequential([layers.LSTM(8, input_shape=(5, 1)), layers.Dropout(0.2), layers.Dense(1)])
model.compile('adam', 'mse')
`;
export const stateful = keras.replace(
  'input_shape=(5, 1)',
  'batch_input_shape=(1, 5, 1), stateful=True',
);
export const forward = (body: string): string => `import torch
import torch.nn as nn
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 8)
    def forward(self, x):
        ${body}
`;
export const carried = (loop: string): string => `import torch
import torch.nn as nn
lstm = nn.LSTM(1, 8)
lstm.load_state_dict(torch.load('a.pt'))
lstm.eval()
hidden = None
with torch.no_grad():
    ${loop}
`;
export const scaled = `from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.models import load_model
model = load_model('m.keras')
scaler = MinMaxScaler()
`;

/** The rule finds these lines and no others. */
export function holds(rule: string, script: string, lines: readonly number[]): void {
  const fileName = script.startsWith('const') ? 'a.js' : 'a.py';
  expect(only(rule, script, fileName)).toEqual(lines.map((line) => `${rule}@${line}`));
}
