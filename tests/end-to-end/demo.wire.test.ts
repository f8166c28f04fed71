import { ButtonStyle, InteractionResponseType, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { By } from '@seedling/playground';
import { startBot, type Bot } from './bot.ts';
import { pressOn, remove } from './say.ts';
import { buttonOf, buttonsOf, filesOf, isOver, isPrivate, picturesOf, textOf } from './read.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ demoWorkers: 1, demoQueue: 1 });
});
afterAll(() => bot.close());

const dropout = { cause: 'dropout', runs: 2, seed: '7' };

/** The message with this id once it holds a chart, or else says how the run ended. */
const finished = (id: string | undefined, user: By['user'] = 'ada'): Promise<APIMessage> =>
  bot.driver.waitFor(
    (messages) => messages.find((message) => message.id === id && isOver(message)),
    { user },
  );

async function run(options: Record<string, string | number | boolean>, by: By = {}) {
  const interaction = await bot.driver.runCommand('demo', options, by);
  return finished(interaction.acknowledgement?.messageId, by.user);
}

async function press(message: APIMessage, label: string, by?: By) {
  const interaction = await bot.driver.press(message.id, buttonOf(message, label), by);
  return interaction.acknowledgement;
}

const seenNow = (id: string | undefined, user?: By['user']) =>
  bot.driver.messages(user).find((message) => message.id === id);

const replayCodeIn = (message: APIMessage): string => {
  const [, code] = /Replay code `([^`]+)`/.exec(textOf(message)) ?? [];
  if (!code) throw new Error(`There is no replay code: ${textOf(message)}`);
  return code;
};

describe('/demo dropout', () => {
  let message: APIMessage;
  beforeAll(async () => {
    message = await run(dropout);
  });

  test('is acknowledged at once, and becomes one public message', () => {
    expect(isPrivate(message)).toBe(false);
    const posts = bot.requests.filter(({ method }) => method === 'POST');
    expect(posts.at(-1)?.json).toMatchObject({
      type: InteractionResponseType.ChannelMessageWithSource,
    });
  });

  test('says the finding with its numbers, and shows a chart with alt text', async () => {
    expect(textOf(message)).toMatch(/0\.\d/);
    const [picture, ...others] = picturesOf(message);
    expect(others).toEqual([]);
    expect(picture?.description?.length).toBeGreaterThan(40);
    const png = Buffer.from(await (await fetch(picture?.media.url ?? '')).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(20_000);
    expect(message.attachments[0]?.description).toBe(picture?.description);
  });

  test('prints a replay code that says what was run', () => {
    expect(replayCodeIn(message)).toMatch(/^dropout\.inference\.2\.7\.k\d+\.[0-9a-f]{12}$/);
  });

  test('“Check it yourself” confirms identical bytes, privately', async () => {
    const acknowledged = await press(message, 'Check it yourself');
    const again = await finished(acknowledged?.messageId);
    expect(again.id).not.toBe(message.id);
    expect(isPrivate(again)).toBe(true);
    expect(textOf(again)).toContain('Identical bytes');
    expect(replayCodeIn(again)).toBe(replayCodeIn(message));
  });

  test('a pasted replay code confirms identical bytes; a forged hash is told apart', async () => {
    const code = replayCodeIn(message);
    expect(textOf(await run({ cause: code }))).toContain('Identical bytes');
    const forged = code.replace(/[0-9a-f]{12}$/, '0123456789ab');
    const differing = textOf(await run({ cause: forged }));
    expect(differing).toContain('Different bytes');
    expect(differing).toContain('`0123456789ab`');
  });

  test('“Run a new seed” runs the same with another seed, and prints it', async () => {
    const fresh = await finished((await press(message, 'Run a new seed'))?.messageId);
    expect(replayCodeIn(fresh)).toMatch(/^dropout\.inference\.2\.\d+\./);
    expect(replayCodeIn(fresh)).not.toBe(replayCodeIn(message));
    expect(textOf(fresh)).not.toContain('Identical bytes');
  });

  test('“Watch where they part” answers with an animation, and leaves the chart alone', async () => {
    const watched = await finished((await press(message, 'Watch where they part'))?.messageId);
    expect(watched.id).not.toBe(message.id);
    const [picture, ...others] = picturesOf(watched);
    expect(others).toEqual([]);
    expect(picture?.description).toMatch(/^Animation of 41 pictures/);
    expect(watched.attachments[0]).toMatchObject({
      content_type: 'image/gif',
      width: 600,
      height: 450,
    });
    const gif = Buffer.from(await (await fetch(picture?.media.url ?? '')).arrayBuffer());
    expect(gif.subarray(0, 6).toString()).toBe('GIF89a');
    expect(picturesOf(message).map(({ media }) => media.url)).toEqual(
      picturesOf(seenNow(message.id) ?? watched).map(({ media }) => media.url),
    );
  });

  test('with `watch` the animation stands beside the chart, and has no button any more', async () => {
    const both = await run({ ...dropout, watch: true });
    const types = both.attachments.map((attachment) => attachment.content_type);
    expect(types).toEqual(['image/png', 'image/gif']);
    expect(buttonsOf(both).map(({ label }) => label)).not.toContain('Watch where they part');
    expect(replayCodeIn(both)).toBe(replayCodeIn(message));
  });

  test('what has nothing to watch is refused in one sentence, and has no button', async () => {
    const refused = await bot.driver.runCommand('demo', { cause: 'all', watch: true });
    const said = seenNow(refused.acknowledgement?.messageId);
    expect(textOf(said ?? message)).toContain('nothing to watch');
  });

  test('“Get the raw data” gives the outputs to the presser only', async () => {
    const acknowledged = await press(message, 'Get the raw data (CSV)');
    const data = seenNow(acknowledged?.messageId);
    if (!data) throw new Error('Nothing came.');
    expect(isPrivate(data)).toBe(true);
    const [file] = filesOf(data);
    const csv = await (await fetch(file?.url ?? '')).text();
    const [header, ...rows] = csv.trim().split('\r\n');
    expect(header?.split(',').slice(0, 2)).toEqual(['time step', 'target']);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) for (const cell of row.split(',')) expect(Number(cell)).not.toBeNaN();
  });

  test('“Explain this cause” opens its page for the presser only', async () => {
    const page = seenNow((await press(message, 'Explain this cause'))?.messageId);
    expect(page && isPrivate(page)).toBe(true);
    expect(page && textOf(page)).toContain('### What happens');
  });

  test('“Delete this message” is its last button, grey, and asks its owner once', async () => {
    const last = buttonsOf(message).at(-1);
    expect(last).toMatchObject({ label: 'Delete this message', style: ButtonStyle.Secondary });
    const asked = await pressOn(bot, message, 'Delete this message');
    expect(isPrivate(asked)).toBe(true);
    expect(buttonsOf(asked)).toMatchObject([
      { label: 'Yes, delete it', style: ButtonStyle.Danger },
      { label: 'No, keep it', style: ButtonStyle.Secondary },
    ]);
    await pressOn(bot, asked, 'No, keep it');
    expect(seenNow(message.id)).toBeDefined();
    await remove(bot, message);
  });
});

test('/demo private is seen by one person from beginning to end', async () => {
  const message = await run({ ...dropout, private: true }, { user: 'ben' });
  expect(isPrivate(message)).toBe(true);
  const fresh = await press(message, 'Run a new seed', { user: 'ben' });
  expect(isPrivate(await finished(fresh?.messageId, 'ben'))).toBe(true);
});

const expectNothingWrong = () => {
  expect(bot.log).toEqual([]);
  expect(bot.requests.filter(({ status }) => status >= 400)).toEqual([]);
};

test('nothing went wrong on the way, and Discord refused nothing', expectNothingWrong);

describe('while it runs', () => {
  beforeAll(async () => {
    await bot.close();
    bot = await startBot({ demoWorkers: 1, demoQueue: 1 });
  });
  // 400 trainings: long enough to be watched, and each is cancelled.
  const long = { cause: 'initial-weights', runs: 200 };
  const start = async (by: By = {}) => {
    const { acknowledgement } = await bot.driver.runCommand('demo', long, by);
    const id = acknowledgement?.messageId;
    const underWay = await bot.driver.waitFor((messages) =>
      messages.find((one) => one.id === id && buttonsOf(one).length > 0),
    );
    return { id, underWay };
  };

  test('others wait in a queue that shows their place; a full queue says so; all can be cancelled', async () => {
    const first = { ...(await start()), by: {} };
    const second = { ...(await start({ user: 'ben' })), by: { user: 'ben' } } as const;
    expect(textOf(second.underWay)).toContain('place 1 in the queue');
    const third = await finished(
      (await bot.driver.runCommand('demo', long)).acknowledgement?.messageId,
    );
    expect(textOf(third)).toContain('Too busy');

    for (const { id, underWay, by } of [second, first]) {
      const acknowledged = await press(underWay, 'Cancel this run', by);
      expect(acknowledged?.type).toBe(InteractionResponseType.DeferredMessageUpdate);
      const ended = await finished(id);
      expect(textOf(ended)).toContain('Cancelled');
      expect(buttonsOf(ended).map(({ label }) => label)).toContain('Run it again');
    }
  });

  test('its progress is shown, in edits that are 2 s apart', async () => {
    const before = bot.requests.length;
    const { id, underWay } = await start();
    await bot.driver.waitFor((messages) =>
      messages.find((one) => one.id === id && /▰.* of \d+/s.test(textOf(one))),
    );
    const edits = () => bot.requests.slice(before).filter(({ method }) => method === 'PATCH');
    await expect.poll(() => edits().length, { timeout: 60_000 }).toBeGreaterThan(1);
    const [first, second] = edits().map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(1_950);
    await press(underWay, 'Cancel this run');
    await finished(id);
  });

  test('only its owner, or staff, can cancel it; afterwards the button is stale', async () => {
    const { id, underWay } = await start();
    const refused = await press(underWay, 'Cancel this run', { user: 'ben' });
    const hint = seenNow(refused?.messageId, 'ben');
    expect(hint && textOf(hint)).toContain('belongs to whoever asked');
    expect(hint && buttonsOf(hint).map(({ label }) => label)).toEqual(['Run your own']);
    await press(underWay, 'Cancel this run', { user: 'chen' });
    const ended = await finished(id);
    expect(textOf(ended)).toContain('Cancelled');

    const stale = await bot.driver.sendRaw({
      type: 3,
      message: underWay,
      data: { custom_id: buttonOf(underWay, 'Cancel this run'), component_type: 2 },
    });
    const sentence = seenNow(stale.acknowledgement?.messageId);
    expect(sentence && isPrivate(sentence) && textOf(sentence)).toContain('already over');
  });

  test('nothing goes wrong on the way, and Discord refuses nothing', expectNothingWrong);
});
