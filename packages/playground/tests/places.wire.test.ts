import {
  Client,
  Events,
  GatewayIntentBits,
  Partials,
  type Interaction,
  type Message,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';
import { call } from './raw-bot.ts';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

let playground: Playground;
let client: Client<true>;
let heard: Message[];
let onInteraction: (interaction: Interaction) => Promise<unknown>;

beforeAll(async () => {
  playground = await startPlayground();
  const started = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    partials: [Partials.Channel],
    rest: { api: playground.apiUrl },
  });
  const ready = new Promise<Client<true>>((resolve) => started.once(Events.ClientReady, resolve));
  started.on(Events.MessageCreate, (message) => heard.push(message));
  started.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
  await started.login(playground.token);
  client = await ready;
  await client.application.commands.set([
    { type: 3, name: 'Explain' },
    {
      name: 'misses',
      description: 'd',
      defaultMemberPermissions: 'ManageGuild',
      contexts: [0],
      options: [
        {
          type: 1,
          name: 'list',
          description: 'd',
          options: [{ type: 4, name: 'page', description: 'd' }],
        },
      ],
    },
  ]);
});
beforeEach(() => {
  heard = [];
});
afterAll(async () => {
  await client.destroy();
  await playground.close();
});

/** Messages arrive in order: what came before this one was heard, or never will be. */
async function allHeard(): Promise<Message[]> {
  const last = playground.driver.say('@Seedling last');
  await expect.poll(() => heard.some(({ id }) => id === last.id)).toBe(true);
  return heard.filter(({ id }) => id !== last.id);
}

it('a bot reads messages that mention it, and of others only that they are there', async () => {
  playground.driver.say('why does my LSTM differ?');
  playground.driver.say('@Seedling why?');
  const [other, mention] = await allHeard();
  expect(other?.content).toBe('');
  expect(mention?.content).toBe(`<@${client.user.id}> why?`);
  expect(mention?.mentions.has(client.user)).toBe(true);
});

it('a reply to the bot mentions it, though its text doesn’t', async () => {
  const { body } = await call(playground, 'POST', '/channels/340000000000000001/messages', {
    content: 'mine',
  });
  playground.driver.say('thanks!', { replyTo: body.id });
  const reply = (await allHeard()).find(({ reference }) => reference);
  expect(reply?.content).toBe('thanks!');
  expect(reply?.mentions.has(client.user)).toBe(true);
});

it('direct messages are read, by the two of them only', async () => {
  const { id } = playground.driver.say('why?', { where: 'dm' });
  const [message] = await allHeard();
  expect(message).toMatchObject({ id, content: 'why?', guildId: null });
  await message?.reply('because');
  const own = (user: 'ada' | 'ben') =>
    playground.driver.messages(user).filter((one) => one.channel_id === message?.channelId);
  expect(own('ada').map(({ content }) => content)).toEqual(['why?', 'because']);
  expect(own('ben')).toEqual([]);
});

it('a reply pings whom it answers, unless it says otherwise', async () => {
  const { id } = playground.driver.say('why?');
  const pings = async (more: object) => {
    const { body } = await call(playground, 'POST', '/channels/340000000000000001/messages', {
      content: 'because',
      message_reference: { message_id: id },
      ...more,
    });
    return playground.driver.pings(body.id ?? '').users;
  };
  expect(await pings({})).toEqual(['310000000000000001']);
  expect(await pings({ allowed_mentions: { parse: [], replied_user: false } })).toEqual([]);
});

it('a reply to a message that is gone is refused, unless that is allowed', async () => {
  const post = (more: object) =>
    call(playground, 'POST', '/channels/340000000000000001/messages', {
      content: 'because',
      message_reference: { message_id: '1', ...more },
    });
  expect(await post({})).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(await post({ fail_if_not_exists: false })).toMatchObject({ status: 200 });
});

it('a message sent twice with one nonce is there once, where the bot asks for that', async () => {
  const post = (nonce: string) =>
    call(playground, 'POST', '/channels/340000000000000001/messages', {
      content: 'because',
      nonce,
      enforce_nonce: true,
    });
  const [first, again, other] = [await post('a'), await post('a'), await post('b')];
  expect(again.body.id).toBe(first.body.id);
  expect(other.body.id).not.toBe(first.body.id);
});

it('a command of a message’s menu shows the message to the bot', async () => {
  const { id } = playground.driver.say('not for bots');
  onInteraction = async (interaction) =>
    interaction.isMessageContextMenuCommand() &&
    interaction.reply(interaction.targetMessage.content);
  await playground.driver.runOnMessage(id, 'Explain', { user: 'ben' });
  expect(playground.driver.messages().at(-1)?.content).toBe('not for bots');
});

it('a subcommand is sent as one, to those who may use it, where it may be used', async () => {
  onInteraction = async (interaction) =>
    interaction.isChatInputCommand() &&
    interaction.reply(
      `${interaction.options.getSubcommand()} ${interaction.options.getInteger('page')}`,
    );
  await playground.driver.runCommand('misses list', { page: 2 }, { user: 'chen' });
  expect(playground.driver.messages().at(-1)?.content).toBe('list 2');
  const refused = (by: object) => playground.driver.runCommand('misses list', {}, by);
  await expect(refused({ user: 'ada' })).rejects.toThrow('no command');
  await expect(refused({ user: 'chen', where: 'dm' })).rejects.toThrow('no command');
});

it('a command in direct messages has no server', async () => {
  const { id } = playground.driver.say('mine', { where: 'dm' });
  onInteraction = async (interaction) =>
    interaction.isMessageContextMenuCommand() &&
    interaction.reply(`${interaction.guildId} ${interaction.user.displayName}`);
  await playground.driver.runOnMessage(id, 'Explain', { where: 'dm' });
  expect(playground.driver.messages().at(-1)).toMatchObject({ content: 'null Ada' });
});
