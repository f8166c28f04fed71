import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { check, file, script, settled } from './checking.ts';
import { buttonOf, buttonsOf, filesOf, isPrivate, picturesOf, textOf } from './read.ts';
import { pressOn, repliesTo, sayTo } from './say.ts';

let bot: Bot;
beforeAll(async () => {
  // The machine may be busy: a check may take its time here.
  bot = await startBot({}, {}, { examineSeconds: 60 });
});
afterAll(() => bot.close());

const nobody = { everyone: false, users: [], roles: [] };

describe('code in a file', () => {
  let found: APIMessage;
  beforeAll(async () => {
    found = await check(bot, 'code', { file: file('train.py', script) });
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
    expect(textOf(found)).toContain('see `utils`:');
  });

  test('comes with all changes as one diff', async () => {
    expect(filesOf(found)).toHaveLength(1);
    const [sent] = found.attachments;
    expect(sent?.filename).toBe('changes.diff');
    const text = await (await fetch(sent?.url ?? '')).text();
    expect(text).toContain('+    model.eval()');
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
    const found = await check(
      bot,
      'code',
      { code: script, differs: 'call' },
      { user: 'ben', locale: 'zh-CN' },
    );
    expect(textOf(found)).toContain('第 26 行');
    expect(textOf(found)).toContain('每次调用');
  });

  test('in traditional Chinese, too', async () => {
    const found = await check(bot, 'code', { code: script }, { user: 'ben', locale: 'zh-TW' });
    expect(textOf(found)).toContain('第 26 行');
    expect(textOf(found)).toContain('什麼時候不同');
  });

  test('a form, where nothing was given: with a file, or with a text', async () => {
    for (const inputs of [
      { file: [file('train.py', script)], choice: 'call' },
      { paste: script, choice: 'call' },
    ]) {
      const opener = await bot.driver.runCommand('check code');
      expect(opener.acknowledgement?.modal?.title).toBe('Check my code');
      const found = await settled(bot, await bot.driver.submitModal(opener, inputs));
      expect(isPrivate(found)).toBe(true);
      expect(textOf(found)).toContain('**Line 26');
      expect(textOf(found)).toContain('Calls of one trained model');
    }
  });

  test('an empty form, which says so', async () => {
    const opener = await bot.driver.runCommand('check code');
    const told = await settled(bot, await bot.driver.submitModal(opener, {}));
    expect(textOf(told)).toContain('Nothing came with that');
  });

  test('the menu of somebody’s message: its file, or its text', async () => {
    const by = { user: 'ben' } as const;
    const withFile = bot.driver.say('my script', { files: [file('train.py', script)] });
    const withText = bot.driver.say(`look\n\`\`\`python\n${script}\`\`\``);
    for (const { id } of [withFile, withText]) {
      const found = await settled(
        bot,
        await bot.driver.runOnMessage(id, 'Check this code', by),
        by,
      );
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

describe('outputs', () => {
  /** Ten calls of one model: noise without an order. */
  const noisy = Array.from({ length: 10 }, (_run, run) =>
    Array.from({ length: 14 }, (_value, at) =>
      (0.5 + 0.2 * Math.sin(at) + 0.03 * Math.sin(100 * run * run + 7 * at * run + at)).toFixed(6),
    ).join(','),
  ).join('\n');

  test('in a file: a chart, what fits and what doesn’t, and the question that decides', async () => {
    const found = await check(bot, 'outputs', { file: file('runs.csv', noisy) });
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
    await check(bot, 'code', { file: file('train.py', script) }, by);
    const found = await check(
      bot,
      'outputs',
      { file: file('runs.csv', noisy), trained: 'once' },
      by,
    );
    expect(textOf(found)).toContain('In your code line 26, and these numbers show it.');
    const code = await check(bot, 'code', { file: file('train.py', script) }, by);
    expect(textOf(code)).toContain('your numbers show it');
  });

  test('in the form, pasted as text, in Chinese', async () => {
    const by = { user: 'chen', locale: 'zh-CN' } as const;
    const opener = await bot.driver.runCommand('check outputs', {}, by);
    const found = await settled(
      bot,
      await bot.driver.submitModal(opener, { paste: noisy, choice: 'each' }, by),
      by,
    );
    expect(textOf(found)).toContain('10');
    expect(picturesOf(found)).toHaveLength(1);
  });

  test('that can’t be read cost one sentence', async () => {
    const told = await check(
      bot,
      'outputs',
      { file: file('runs.csv', 'a,b\n``` @everyone,2') },
      { user: 'chen' },
    );
    expect(textOf(told)).not.toContain('@everyone');
    expect(picturesOf(told)).toHaveLength(0);
  });
});

test('nothing of this is in the log, and a mention was answered once', () => {
  expect(bot.log).toEqual([]);
  for (const message of bot.driver.messages().filter(({ author }) => !author.bot))
    expect(repliesTo(bot, message.id).length).toBeLessThan(2);
});
