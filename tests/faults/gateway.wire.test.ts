import { GatewayOpcodes } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { picturesOf, textOf } from '../end-to-end/read.ts';
import { answersTo, ended, standing } from './demo.ts';
import { proves } from './proves.ts';

const heartbeatMs = 300;

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ demoWorkers: 1 }, { heartbeatMs });
});
afterAll(() => bot.close());

const said = (op: GatewayOpcodes) => bot.gateway.heard.filter((frame) => frame.op === op).length;

/** Waits until the bot said once more what it says with this code. */
async function again(op: GatewayOpcodes, breakIt: () => void): Promise<void> {
  const before = said(op);
  breakIt();
  await vi.waitFor(() => expect(said(op)).toBe(before + 1), { timeout: 60_000, interval: 20 });
}

/** A demo is under way while the connection breaks and comes back, and somebody asks something. */
async function survives(breakConnection: () => Promise<void>, messages = 1): Promise<void> {
  const { id, release } = await standing(bot);
  const before = bot.driver.messages().length;
  await breakConnection();
  const asked = await bot.command('ask', { question: 'my dropout differs in every call' });
  expect(textOf(asked.message)).toContain('Dropout');
  release();
  expect(picturesOf(await ended(bot, id))).toHaveLength(1);
  expect(bot.driver.messages()).toHaveLength(before + messages);
  expect(new Set(answersTo(bot))).toEqual(new Set([1]));
  expect(bot.requests.filter(({ status }) => status >= 400)).toEqual([]);
  expect(bot.log).toEqual([]);
}

proves('cut-mid-demo', () =>
  survives(async () => {
    const resumed = again(GatewayOpcodes.Resume, () => bot.gateway.cut());
    // Asked while nobody listens.
    const { acknowledgement } = await bot.driver.runCommand('help');
    await resumed;
    const help = bot.driver.messages().filter(({ id }) => id === acknowledgement?.messageId);
    expect(help).toHaveLength(1);
  }, 2),
);

proves('reconnect-request', () =>
  survives(() =>
    again(GatewayOpcodes.Resume, () => bot.gateway.say({ op: GatewayOpcodes.Reconnect })),
  ),
);

proves('no-heartbeat-ack', () =>
  survives(() =>
    again(GatewayOpcodes.Resume, () => {
      const unmute = bot.gateway.mute(GatewayOpcodes.HeartbeatAck);
      setTimeout(unmute, 3 * heartbeatMs);
    }),
  ),
);

proves('invalid-session', () =>
  survives(() =>
    again(GatewayOpcodes.Identify, () =>
      bot.gateway.say({ op: GatewayOpcodes.InvalidSession, d: false }),
    ),
  ),
);
