import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { openPictures } from '../../src/diagrams/index.ts';
import { pictureIds } from '../../src/ids.ts';
import { locales } from '../../src/words/index.ts';
import { buttonOf, buttonsOf, isPrivate, picturesOf, selectOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const generic = 'Why does my LSTM give different results every time?';

describe('in a channel', () => {
  test('/help answers its reader only, in their language', async () => {
    const { message } = await bot.command('help', {}, { locale: 'zh-TW' });
    expect(isPrivate(message)).toBe(true);
    expect(textOf(message)).toContain('`/提問`');
    expect(bot.driver.messages('ben')).not.toContainEqual(
      expect.objectContaining({ id: message.id }),
    );
  });

  test('/ask answers everybody, and asks on in the same message', async () => {
    const { message } = await bot.command('ask', { question: generic });
    expect(isPrivate(message)).toBe(false);
    expect(bot.driver.messages('ben').map(({ id }) => id)).toContain(message.id);
    const pressed = await bot.driver.press(message.id, buttonOf(message, 'Same saved weights'));
    expect(pressed.state).toBe('acknowledged');
    const narrowed = bot.driver.messages().find(({ id }) => id === message.id);
    expect(narrowed && textOf(narrowed)).toContain('within one running program');
    expect(narrowed && buttonsOf(narrowed).map(({ label }) => label)).toContain('One step back');
  });

  test('/ask private is seen by the asker only', async () => {
    const { message } = await bot.command('ask', { question: generic, private: true });
    expect(isPrivate(message)).toBe(true);
    expect(bot.driver.messages('chen').map(({ id }) => id)).not.toContain(message.id);
  });

  test('“Read all” opens a private page that turns', async () => {
    const question = 'dropout is still active when I call my trained LSTM';
    const { message } = await bot.command('ask', { question });
    const { acknowledgement } = await bot.driver.press(
      message.id,
      buttonOf(message, 'Read all: Dropout'),
    );
    const pageId = acknowledgement?.messageId ?? '';
    const page = () => bot.driver.messages().find(({ id }) => id === pageId);
    const opened = page();
    if (!opened) throw new Error('No page was opened.');
    expect(isPrivate(opened)).toBe(true);
    const { custom_id: customId, options } = selectOf(opened);
    expect(options).toHaveLength(8);
    await bot.driver.select(pageId, customId, ['fix-pytorch']);
    const turned = page();
    expect(turned && textOf(turned)).toContain('### Fix in PyTorch');
  });

  test('the build has drawn every picture in every language', async () => {
    const pictures = await openPictures();
    for (const locale of locales)
      for (const id of pictureIds) {
        const { png, altText } = pictures(id, locale) ?? {};
        expect(png?.subarray(1, 4).toString(), `${id} ${locale}`).toBe('PNG');
        expect(altText?.length, `${id} ${locale}`).toBeGreaterThan(40);
      }
  });

  test('a page arrives with its picture, in the language of its reader, and loses it where it turns', async () => {
    const { message } = await bot.command(
      'cause',
      { name: 'dropout', private: true },
      { locale: 'zh-CN' },
    );
    const [shown, ...more] = picturesOf(message);
    expect(more).toEqual([]);
    const wanted = (await openPictures())('dropout-masks', 'zh-CN');
    const png = Buffer.from(await (await fetch(shown?.media.url ?? '')).arrayBuffer());
    expect(png.equals(wanted?.png ?? Buffer.alloc(0))).toBe(true);
    expect(shown?.description).toBe(wanted?.altText);
    expect(message.attachments[0]?.description).toBe(wanted?.altText);
    const page = () => bot.driver.messages().find(({ id }) => id === message.id);
    const { custom_id: customId } = selectOf(message);
    await bot.driver.select(message.id, customId, ['how-to-check']);
    const turned = page();
    expect(turned && picturesOf(turned)).toEqual([]);
    expect(turned?.attachments).toEqual([]);
    await bot.driver.select(message.id, customId, ['what-happens']);
    const back = page();
    expect(back && picturesOf(back)).toHaveLength(1);
  });

  test('from /help one press leads to the picture of all causes, and from there to a page', async () => {
    const { message } = await bot.command('help', {});
    const { acknowledgement } = await bot.driver.press(
      message.id,
      buttonOf(message, 'Which cause acts when?'),
    );
    const overview = bot.driver.messages().find(({ id }) => id === acknowledgement?.messageId);
    if (!overview) throw new Error('No picture came.');
    expect(isPrivate(overview)).toBe(true);
    expect(picturesOf(overview)[0]?.description).toContain('Only if you train again: Data set');
    const { custom_id: customId } = selectOf(overview);
    const picked = await bot.driver.select(overview.id, customId, ['batch-norm']);
    const page = bot.driver.messages().find(({ id }) => id === picked.acknowledgement?.messageId);
    expect(page && picturesOf(page)).toHaveLength(1);
  });

  test('/cause completes what is typed', async () => {
    const choices = await bot.driver.autocomplete('cause', { name: 'drop' }, 'name');
    expect(choices.map(({ value }) => value)).toEqual(['dropout']);
  });

  test('/demo completes the variants of the cause that is picked, and a replay code', async () => {
    const variants = await bot.driver.autocomplete(
      'demo',
      { cause: 'data-set', variant: '' },
      'variant',
    );
    expect(variants.map(({ value }) => value)).toEqual(['sampling', 'shift', 'dirty']);
    const code = 'dropout.inference.10.7.tfjs-wasm.0123456789ab';
    const replays = await bot.driver.autocomplete('demo', { cause: code }, 'cause');
    expect(replays).toMatchObject([{ name: 'Replay: Dropout, 10 runs, seed 7', value: code }]);
  });
});
