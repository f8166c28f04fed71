import { GatewayOpcodes } from 'discord-api-types/v10';
import { afterEach, expect, test, vi } from 'vitest';
import { inviteFor } from '../../src/discord/invite.ts';
import { startDiscord, type Discord } from '../wire/discord.ts';
import { proves } from './proves.ts';
import { startSmallBot } from './small-bot.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function openDiscord(): Promise<Discord> {
  const discord = await startDiscord();
  closing.push(() => discord.close());
  return discord;
}

async function start(discord: Discord, settings: Parameters<typeof startSmallBot>[1] = {}) {
  const { started, ...rest } = await startSmallBot(discord, settings);
  if (!started.ok) throw new Error(started.problem);
  closing.push(() => started.bot.close());
  return { ...rest, bot: started.bot };
}

const isPut = ({ method }: { method: string }) => method === 'PUT';
const puts = ({ requests }: Discord) => requests.filter(isPut).length;
const identifies = ({ gateway }: Discord) =>
  gateway.heard.filter(({ op }) => op === GatewayOpcodes.Identify).length;

async function expectHelp({ driver }: Discord): Promise<void> {
  expect((await driver.runCommand('help')).state).toBe('acknowledged');
}

proves('registration-500', async () => {
  const discord = await openDiscord();
  await (await start(discord)).bot.close();
  const failed = { status: 500, json: { message: 'upstream', code: 0 } };
  const atLimit = {
    status: 400,
    json: { message: 'Max number of daily application command creates', code: 30034 },
  };
  // discord.js itself tries four times what is answered with 500.
  const answers = [failed, failed, failed, failed, atLimit];
  discord.breakRequests(({ method, path }) => {
    if (method === 'PUT') return answers.shift();
    // So there is something to register.
    const old = { status: 200, json: [{ name: 'old', type: 1 }] };
    return path.endsWith('/commands') ? old : undefined;
  });
  const waiting: { readonly milliseconds: number; readonly goOn: () => void }[] = [];
  const pause = (milliseconds: number) =>
    new Promise<void>((goOn) => waiting.push({ milliseconds, goOn }));
  const { log, wholeLog, bot } = await start(discord, { pause });
  await expectHelp(discord);
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  waiting[0]?.goOn();
  await vi.waitFor(() => expect(waiting).toHaveLength(2), 20_000);
  waiting[1]?.goOn();
  await vi.waitFor(() => expect(wholeLog.at(-1)).toMatch(/^Commands: registered/), 20_000);
  expect(waiting.map(({ milliseconds }) => milliseconds / 60_000)).toEqual([1, 2]);
  expect(log).toEqual([
    expect.stringMatching(/^The commands can't be registered \([^\n]*1 min\.$/),
    expect.stringMatching(/^The commands can't be registered \([^\n]*30034[^\n]*2 min\.$/),
  ]);
  expect(identifies(discord)).toBe(2);
  expect(bot.isConnected()).toBe(true);
});

proves('registration-hangs', async () => {
  const discord = await openDiscord();
  await (await start(discord)).bot.close();
  discord.breakRequests(({ path }) =>
    path.endsWith('/commands') ? new Promise(() => {}) : undefined,
  );
  const { bot } = await start(discord);
  await expectHelp(discord);
  expect(bot.isConnected()).toBe(true);
});

proves('registration-wrong-server', async () => {
  const discord = await openDiscord();
  const guildId = '999999999999999999';
  const { started, log } = await startSmallBot(discord, { guildId });
  expect(started).toEqual({
    ok: false,
    problem: expect.stringMatching(/^DISCORD_GUILD_ID: [^\n]*999999999999999999[^\n]*$/),
    afterSession: false,
  });
  expect(identifies(discord)).toBe(0);
  expect(log).toEqual([]);
});

test('a second start finds the commands registered, and registers none', async () => {
  const discord = await openDiscord();
  const first = await start(discord);
  await vi.waitFor(() =>
    expect(first.wholeLog).toContainEqual(expect.stringMatching(/^Commands: registered, /)),
  );
  await first.bot.close();
  const second = await start(discord);
  await vi.waitFor(() =>
    expect(second.wholeLog).toContain('Commands: Discord has them as they are.'),
  );
  expect(puts(discord)).toBe(1);
});

test('whoever starts it is told how to invite it', async () => {
  const discord = await openDiscord();
  const { bot } = await start(discord);
  expect(bot.invite).toBe(inviteFor(discord.applicationId));
});

test('of several processes only one registers', async () => {
  const discord = await openDiscord();
  await start(discord, { registersCommands: false });
  expect(discord.requests.filter(({ path }) => path.endsWith('/commands'))).toEqual([]);
});

proves('session-refused', async () => {
  const discord = await openDiscord();
  const { gateway } = discord;
  const unmute = gateway.mute(GatewayOpcodes.Dispatch);
  let answered = 0;
  const refuse = setInterval(() => {
    if (identifies(discord) === answered) return;
    answered = identifies(discord);
    gateway.say({ op: GatewayOpcodes.InvalidSession, d: false });
  }, 20);
  const waits: number[] = [];
  const pause = async (milliseconds: number) => {
    waits.push(Math.ceil(milliseconds / 1000));
    // Discord takes the third one.
    clearInterval(refuse);
    unmute();
  };
  const { log } = await start(discord, { pause });
  expect(waits).toEqual([15]);
  expect(identifies(discord)).toBe(3);
  expect(log).toEqual(['Discord takes up no session (shard 0). The next try is in 15 s.']);
});
