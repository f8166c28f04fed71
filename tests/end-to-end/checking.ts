import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import type { By } from '@seedling/playground';
import type { Bot } from './bot.ts';

/** Dropout stays on when it predicts, and nothing seeds the weights. */
export const script = `import torch
import torch.nn as nn
from utils import load_data

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(1, 32, batch_first=True)
        self.drop = nn.Dropout(0.5)
        self.fc = nn.Linear(32, 1)

    def forward(self, x):
        out, _ = self.lstm(x)
        return self.fc(self.drop(out[:, -1]))

model = Net()
optimizer = torch.optim.Adam(model.parameters())
x, y = load_data()
for epoch in range(10):
    loss = ((model(x) - y) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

with torch.no_grad():
    print(model(x[:1]).item())
`;

export const file = (name: string, text: string | Uint8Array) => ({
  index: '0',
  name,
  type: 'text/plain',
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
});

/** Runs a command and waits until the answer is no longer on its way. */
export async function check(
  bot: Bot,
  name: 'code' | 'outputs',
  options: Parameters<Bot['driver']['runCommand']>[1],
  by: By = {},
): Promise<APIMessage> {
  return settled(bot, await bot.driver.runCommand(`check ${name}`, options, by), by);
}

/** The answer, once it is no longer on its way. */
export const settled = (
  bot: Bot,
  { acknowledgement }: Awaited<ReturnType<Bot['driver']['runCommand']>>,
  { user = 'ada' }: By = {},
): Promise<APIMessage> =>
  bot.driver.waitFor(
    (all) =>
      all.find(
        ({ id, flags = 0 }) =>
          id === acknowledgement?.messageId && (flags & MessageFlags.Loading) === 0,
      ),
    { user },
  );
