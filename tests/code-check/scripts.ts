import { checkCode, type CodeReport } from '../../src/code-check/index.ts';

/** What is found in a script. */
export function check(content: string | Uint8Array, fileName = 'train.py'): CodeReport {
  const checked = checkCode({ content, fileName });
  if (!checked.ok) throw new Error(checked.problem);
  return checked.report;
}

/** `A1@30` for each finding, notes of no effect included. */
export function found(content: string, fileName = 'train.py'): string[] {
  const { findings, notYourCause } = check(content, fileName);
  return [...findings, ...notYourCause].map(({ rule, place }) => `${rule}@${place.line}`);
}

/** A script in PyTorch whose model has dropout; `rest` follows in line 14. */
export const torchScript = (rest: string): string => `import torch
import torch.nn as nn
torch.manual_seed(0)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 8, num_layers=2, dropout=0.2)
        self.head = nn.Linear(8, 1)
    def forward(self, x):
        out, _ = self.lstm(x)
        return self.head(out)
model = Net()
x = torch.ones(5, 1, 3)
${rest}`;
