import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { By } from '@seedling/playground';
import { startBot, type Bot } from './bot.ts';
import { buttonOf, buttonsOf, filesOf, isPrivate, picturesOf, textOf } from './read.ts';
import { pressOn, repliesTo, sayTo } from './say.ts';

let bot: Bot;
beforeAll(async () => {
  // The machine may be busy: a check may take its time here.
  bot = await startBot({}, {}, { examineSeconds: 60 });
});
afterAll(() => bot.close());

/** Dropout stays on when it predicts, and nothing seeds the weights. */
const script = `import torch
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

const file = (name: string, text: string | Uint8Array) => ({
  index: '0',
  name,
  type: 'text/plain',
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
});

/** Runs a command and waits until the answer is no longer on its way. */
async function run(
  name: string,
  options: Parameters<Bot['driver']['runCommand']>[1],
  by: By = {},
): Promise<APIMessage> {
  return settled(await bot.driver.runCommand(name, options, by), by);
}

const settled = (
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

const nobody = { everyone: false, users: [], roles: [] };

describe('code in a file', () => {
  let found: APIMessage;
  beforeAll(async () => {
    found = await run('check code', { file: file('train.py', script) });
  });

  test('is answered privately: the line, why, what would stand there, its page and its demo', () => {
    expect(isPrivate(found)).toBe(true);
    expect(textOf(found)).toContain('**Line 26');
    expect(textOf(found)).toContain('```python\nprint(model(x[:1]).item())\n```');
    expect(textOf(found)).toContain('model.eval()');
    const labels = buttonsOf(found).map(({ label }) => label);
    expect(labels).toContain('Read all: Dropout');
    expect(labels).toContain('Run demo: Dropout');
  });

  test('says what was read, and what can’t be known from it', () => {
    expect(textOf(found)).toContain('I read lines 1 to 26.');
    expect(textOf(found)).toContain('`utils`');
  });

  test('comes with all changes as one diff', () => {
    expect(filesOf(found)).toHaveLength(1);
    const [{ url = '', filename = '' } = {}] = found.attachments;
    expect(filename).toBe('changes.diff');
    return expect(fetch(url).then((got) => got.text())).resolves.toContain('+    model.eval()');
  });

  test('is sorted by what differs, once that is said', async () => {
    const order = (message: APIMessage) =>
      textOf(message).indexOf('Line 16') - textOf(message).indexOf('Line 26');
    expect(order(found)).toBeGreaterThan(0);
    const sorted = await pressOn(bot, found, 'Each training');
    expect(order(sorted)).toBeLessThan(0);
    expect(textOf(sorted)).toContain('not “Each training”');
    expect(buttonsOf(sorted).map(({ label }) => label)).not.toContain('Each training');
  });

  test('is shown to everybody only when its owner wants that', async () => {
    const shown = await pressOn(bot, found, 'Show everyone');
    expect(isPrivate(shown)).toBe(false);
    expect(textOf(shown)).toContain('Line 26');
    expect(bot.driver.messages('ben').map(({ id }) => id)).toContain(shown.id);
  });

  test('lets one go on with "how do I fix that?", about what comes first now', async () => {
    const answer = await sayTo(bot, '@Seedling how do I fix that?');
    expect(textOf(answer)).toContain('torch.manual_seed(0)');
  });
});

describe('the other ways in', () => {
  test('a text, in Chinese, with what differs', async () => {
    const found = await run(
      'check code',
      { code: script, differs: 'call' },
      { user: 'ben', locale: 'zh-CN' },
    );
    expect(textOf(found)).toContain('第 26 行');
    expect(textOf(found)).toContain('每次调用');
  });

  test('in traditional Chinese, too', async () => {
    const found = await run('check code', { code: script }, { user: 'ben', locale: 'zh-TW' });
    expect(textOf(found)).toContain('第 26 行');
    expect(textOf(found)).toContain('哪裡不同');
  });

  test('a form, where nothing was given: with a file, or with a text', async () => {
    for (const inputs of [
      { file: [file('train.py', script)], choice: 'call' },
      { paste: script, choice: 'call' },
    ]) {
      const opener = await bot.driver.runCommand('check code');
      expect(opener.acknowledgement?.modal?.title).toBe('Check my code');
      const found = await settled(await bot.driver.submitModal(opener, inputs));
      expect(isPrivate(found)).toBe(true);
      expect(textOf(found)).toContain('**Line 26');
      expect(textOf(found)).toContain('Calls of one trained model');
    }
  });

  test('an empty form, which says so', async () => {
    const opener = await bot.driver.runCommand('check code');
    const told = await settled(await bot.driver.submitModal(opener, {}));
    expect(textOf(told)).toContain('Nothing came with that');
  });

  test('the menu of somebody’s message: its file, or its text', async () => {
    const by = { user: 'ben' } as const;
    const withFile = bot.driver.say('my script', { files: [file('train.py', script)] });
    const withText = bot.driver.say(`look\n\`\`\`python\n${script}\`\`\``);
    for (const { id } of [withFile, withText]) {
      const found = await settled(await bot.driver.runOnMessage(id, 'Check this code', by), by);
      expect(isPrivate(found)).toBe(true);
      expect(textOf(found)).toContain('**Line 26');
    }
  });

  test('a mention with nothing but code', async () => {
    const by = { user: 'chen' } as const;
    const answer = await sayTo(bot, `@Seedling \`\`\`python\n${script}\`\`\``, by);
    expect(textOf(answer)).toContain('**Line 26');
    expect(isPrivate(answer)).toBe(false);
    expect(bot.driver.pings(answer.id)).toEqual(nobody);
  });

  test('a question with code is answered, and a button checks the code', async () => {
    const by = { user: 'chen' } as const;
    const asked = `@Seedling why does my LSTM give different results every time I call it?\n\`\`\`py\n${script}\`\`\``;
    const answer = await sayTo(bot, asked, by);
    expect(textOf(answer)).not.toContain('Line 26');
    const { acknowledgement } = await bot.driver.press(
      answer.id,
      buttonOf(answer, 'Check this code'),
      by,
    );
    expect(acknowledgement?.messageId).not.toBe(answer.id);
    const found = await bot.driver.waitFor(
      (all) =>
        all.find((one) => one.id === acknowledgement?.messageId && textOf(one).includes('Line 26')),
      by,
    );
    expect(isPrivate(found)).toBe(true);
  });

  test('a direct message with a file', async () => {
    const by = { user: 'ben', where: 'dm' } as const;
    const answer = await sayTo(bot, '', { ...by, files: [file('train.py', script)] });
    expect(textOf(answer)).toContain('**Line 26');
  });
});

describe('what can’t be checked', () => {
  const hostile: readonly (readonly [string, ReturnType<typeof file>, string])[] = [
    ['prose', file('notes.txt', 'Dear diary, the weather was fine.'), 'I see no code'],
    ['nothing', file('empty.py', ''), 'There is nothing in it'],
    ['NUL bytes', file('a.py', Buffer.alloc(2000)), 'no text'],
    [
      'a picture that calls itself a script',
      file('a.py', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
      'no text',
    ],
    ['a notebook that is none', file('a.ipynb', '{"cells": [}'), 'notebook'],
    ['too much', file('a.py', 'x = 1\n'.repeat(40_000)), 'too large'],
  ];
  test.each(hostile)('%s costs one sentence', async (_, sent, said) => {
    const told = await run('check code', { file: sent }, { user: 'chen' });
    expect(isPrivate(told)).toBe(true);
    expect(textOf(told)).toContain(said);
  });

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['a line of numbers', `x = [${'1.5, '.repeat(39_000)}]`],
    [
      'a notebook of nothing but outputs',
      JSON.stringify({
        nbformat: 4,
        cells: Array.from({ length: 2000 }, () => ({
          cell_type: 'code',
          source: 'x = 1',
          outputs: [{ text: 'y'.repeat(500) }],
        })),
      }),
    ],
  ])('%s ends in time', async (_, text) => {
    const name = text.startsWith('{') ? 'a.ipynb' : 'a.py';
    const told = await run('check code', { file: file(name, text) }, { user: 'ben' });
    expect(textOf(told).length).toBeGreaterThan(10);
    expect(textOf(told)).not.toContain('in the log');
  });

  test('Python on one line is told so, with the form at hand', async () => {
    const flat = script.replaceAll(/\s+/g, ' ');
    const told = await run('check code', { code: flat }, { user: 'ada' });
    expect(textOf(told)).toContain('one line');
    const opened = await bot.driver.press(
      told.id,
      buttonOf(told, 'Send it as a file, or paste it'),
    );
    expect(opened.acknowledgement?.modal?.title).toBe('Check my code');
  });

  test('code that would break out of its block, or ping, stays in it', async () => {
    const nasty = script.replace(
      'print(model(x[:1]).item())',
      'print(model(x[:1]).item())  # ``` @everyone <@310000000000000002> **bold**',
    );
    const by = { user: 'ben' } as const;
    const answer = await sayTo(bot, '@Seedling', { ...by, files: [file('train.py', nasty)] });
    expect(bot.driver.pings(answer.id)).toEqual(nobody);
    const fences = textOf(answer).match(/```/g) ?? [];
    expect(fences.length % 2).toBe(0);
    const outside = textOf(answer)
      .split('```')
      .filter((_part, at) => at % 2 === 0);
    expect(outside.join('')).not.toContain('@everyone');
  });

  test('a message without any is told so', async () => {
    const { id } = bot.driver.say('', {
      files: [{ ...file('loss.png', 'x'), type: 'image/png' }],
    });
    const told = await settled(await bot.driver.runOnMessage(id, 'Check this code'));
    expect(textOf(told)).toContain('neither code nor a file');
  });

  test('a button below what is forgotten, or of before a restart, says so kindly', async () => {
    const found = await run('check code', { file: file('train.py', script) });
    await bot.restart();
    const told = await pressOn(bot, found, 'Show everyone');
    expect(textOf(told)).toContain('I keep nothing of what you send');
  });
});

describe('outputs', () => {
  /** Ten calls of one model: noise without an order. */
  const noisy = Array.from({ length: 10 }, (_run, run) =>
    Array.from({ length: 14 }, (_value, at) =>
      (0.5 + 0.2 * Math.sin(at) + 0.03 * Math.sin(100 * run * run + 7 * at * run + at)).toFixed(6),
    ).join(','),
  ).join('\n');

  test('in a file: a chart, what fits and what doesn’t, and the question that decides', async () => {
    const found = await run('check outputs', { file: file('runs.csv', noisy) });
    expect(isPrivate(found)).toBe(true);
    expect(picturesOf(found)[0]?.description).toContain('10 runs');
    expect(textOf(found)).toContain('**What fits:**');
    expect(textOf(found)).toContain('**Not ');
    const button = buttonOf(found, 'One trained model');
    await bot.driver.press(found.id, button);
    const decided = await bot.driver.waitFor((all) =>
      all.find((one) => one.id === found.id && !textOf(one).includes('Did one trained model')),
    );
    expect(buttonsOf(decided).map(({ label }) => label)).toContain('Run demo: Dropout');
    expect(picturesOf(decided)).toHaveLength(1);
  });

  test('of somebody whose code was checked a moment ago are told together with it', async () => {
    const by = { user: 'ben' } as const;
    await run('check code', { file: file('train.py', script) }, by);
    const found = await run(
      'check outputs',
      { file: file('runs.csv', noisy), trained: 'once' },
      by,
    );
    expect(textOf(found)).toContain('In your code line 26, and these numbers show it.');
    const code = await run('check code', { file: file('train.py', script) }, by);
    expect(textOf(code)).toContain('your numbers show it');
  });

  test('in the form, pasted as text, in Chinese', async () => {
    const by = { user: 'chen', locale: 'zh-CN' } as const;
    const opener = await bot.driver.runCommand('check outputs', {}, by);
    const found = await settled(
      await bot.driver.submitModal(opener, { paste: noisy, choice: 'each' }, by),
      by,
    );
    expect(textOf(found)).toContain('10');
    expect(picturesOf(found)).toHaveLength(1);
  });

  test('that can’t be read cost one sentence', async () => {
    const told = await run(
      'check outputs',
      { file: file('runs.csv', 'a,b\n``` @everyone,2') },
      { user: 'chen' },
    );
    expect(textOf(told)).not.toContain('@everyone');
    expect(picturesOf(told)).toHaveLength(0);
  });
});

test('whoever sends without pause is told to wait', async () => {
  const by = { user: 'chen' } as const;
  const told: string[] = [];
  for (let time = 0; time < 12 && !told.some((one) => one.includes('Please wait')); time += 1)
    told.push(textOf(await run('check code', { code: 'x = 1' }, by)));
  expect(told.at(-1)).toContain('Please wait a minute');
});

test('nothing of this is in the log, and a mention was answered once', () => {
  expect(bot.log).toEqual([]);
  for (const message of bot.driver.messages().filter(({ author }) => !author.bot))
    expect(repliesTo(bot, message.id).length).toBeLessThan(2);
});
