import { GatewayIntentBits, GatewayOpcodes, InteractionResponseType } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';
import { call, connect, gatewayOf, identified } from './raw-bot.ts';

let playground: Playground;
beforeEach(async () => {
  playground = await startPlayground({ acknowledgeWithinMs: 500 });
});
afterEach(() => playground.close());

it('says hello, acknowledges heartbeats, and refuses a wrong token', async () => {
  const bot = await connect(gatewayOf(playground));
  expect((await bot.next(GatewayOpcodes.Hello)).d).toMatchObject({ heartbeat_interval: 41_250 });
  bot.send(GatewayOpcodes.Heartbeat, null);
  await bot.next(GatewayOpcodes.HeartbeatAck);
  bot.send(GatewayOpcodes.Identify, { token: 'wrong', intents: 0, properties: {} });
  expect(await bot.closed).toBe(4004);
});

it('sends the guild and the messages only to those who listen for them', async () => {
  const { Guilds, GuildMessages } = GatewayIntentBits;
  const listener = await identified(playground, Guilds | GuildMessages);
  expect((await listener.next('GUILD_CREATE')).d).toMatchObject({ name: 'Study server' });
  playground.driver.say('secret thought');
  // Without the privileged intent, what people write stays theirs.
  expect((await listener.next('MESSAGE_CREATE')).d).toMatchObject({ content: '' });
  playground.driver.say('<@320000000000000001> hello');
  expect((await listener.next('MESSAGE_CREATE')).d).toMatchObject({
    content: '<@320000000000000001> hello',
  });
  const deaf = await identified(playground);
  playground.driver.say('again');
  await listener.next('MESSAGE_CREATE');
  const nothing = await Promise.race([
    deaf.next('MESSAGE_CREATE'),
    new Promise((resolve) => setTimeout(resolve, 50, 'nothing')),
  ]);
  expect(nothing).toBe('nothing');
});

it('sends a resumed session what it missed, once', async () => {
  const first = await connect(gatewayOf(playground));
  first.send(GatewayOpcodes.Identify, { token: playground.token, intents: 0, properties: {} });
  const ready = await first.next('READY');
  const { session_id } = ready.d as { session_id: string };
  await call(playground, 'PUT', '/applications/320000000000000001/commands', [
    { name: 'ask', description: 'd' },
  ]);
  playground.gateway.drop();
  expect(await first.closed).toBe(1006);

  const run = playground.driver.runCommand('ask');
  const second = await connect(gatewayOf(playground));
  second.send(GatewayOpcodes.Resume, { token: playground.token, session_id, seq: ready.s });
  const { id, token } = await second.nextInteraction();
  await second.next('RESUMED');
  await call(playground, 'POST', `/interactions/${id}/${token}/callback`, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { content: 'still here' },
  });
  expect((await run).state).toBe('acknowledged');
});

it('does not resume a session that is over', async () => {
  const bot = await identified(playground);
  playground.gateway.invalidate();
  expect((await bot.next(GatewayOpcodes.InvalidSession)).d).toBe(false);
  const next = await connect(gatewayOf(playground));
  next.send(GatewayOpcodes.Resume, { token: playground.token, session_id: 'gone', seq: 1 });
  expect((await next.next(GatewayOpcodes.InvalidSession)).d).toBe(false);
});
