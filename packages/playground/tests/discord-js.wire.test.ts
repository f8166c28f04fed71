import {
  ButtonStyle,
  Client,
  ComponentType,
  Events,
  MessageFlags,
  TextInputStyle,
  type Interaction,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MessageResponseSchema } from 'discord-api-spec/zod';
import { startPlayground, type Playground } from '../src/index.ts';

let playground: Playground;
let client: Client<true>;
/** What the bot does; each test sets its own. */
let onInteraction: (interaction: Interaction) => Promise<unknown>;

beforeEach(async () => {
  playground = await startPlayground();
  const started = new Client({ intents: [], rest: { api: playground.apiUrl } });
  const ready = new Promise<Client<true>>((resolve) => started.once(Events.ClientReady, resolve));
  started.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
  await started.login(playground.token);
  client = await ready;
  await client.application.commands.set([
    {
      name: 'demo',
      description: 'd',
      options: [
        { type: 3, name: 'cause', description: 'd', required: true, autocomplete: true },
        { type: 4, name: 'runs', description: 'd', minValue: 2, maxValue: 20 },
      ],
    },
  ]);
});

afterEach(async () => {
  await client.destroy();
  await playground.close();
});

const demo = () => playground.driver.runCommand('demo', { cause: 'dropout', runs: 10 });
const last = () => playground.driver.messages().at(-1);

const pressable = {
  type: ComponentType.ActionRow as const,
  components: [
    {
      type: ComponentType.Button as const,
      style: ButtonStyle.Primary as const,
      customId: 'again',
      label: 'Again',
    },
  ],
};

describe('a discord.js client', () => {
  it('is named and knows its options', async () => {
    expect(client.user.username).toBe('Seedling');
    onInteraction = async (interaction) =>
      interaction.isChatInputCommand() &&
      interaction.reply(
        `${interaction.options.getString('cause')} ${interaction.options.getInteger('runs')}`,
      );
    await demo();
    expect(last()).toMatchObject({ content: 'dropout 10', author: { username: 'Seedling' } });
  });

  it('suggests values', async () => {
    onInteraction = async (interaction) =>
      interaction.isAutocomplete() &&
      interaction.respond([{ name: `${interaction.options.getFocused()}pout`, value: 'dropout' }]);
    expect(await playground.driver.autocomplete('demo', { cause: 'dro' }, 'cause')).toEqual([
      { name: 'dropout', value: 'dropout' },
    ]);
  });

  it('defers, then sends a container with a file that can be downloaded', async () => {
    const bytes = Buffer.from('run,output\n1,0.5\n');
    onInteraction = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        files: [{ attachment: bytes, name: 'runs.csv', description: 'all runs' }],
        components: [
          {
            type: ComponentType.Container,
            components: [
              { type: ComponentType.TextDisplay, content: 'The runs' },
              { type: ComponentType.File, file: { url: 'attachment://runs.csv' } },
              pressable,
            ],
          },
        ],
      });
    };
    await demo();
    const message = await playground.driver.waitFor((messages) =>
      messages.find(({ attachments }) => attachments.length > 0),
    );
    expect(message.attachments[0]).toMatchObject({ filename: 'runs.csv', description: 'all runs' });
    const file = await fetch(message.attachments[0]?.url ?? '');
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('gets messages of the shape of Discord’s own specification', async () => {
    onInteraction = async (interaction) =>
      interaction.isChatInputCommand() &&
      interaction.reply({
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: ComponentType.TextDisplay, content: 'text' }, pressable],
      });
    await demo();
    const parsed = MessageResponseSchema.safeParse(last());
    expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
  });

  it('answers a press by whoever pressed, privately', async () => {
    onInteraction = async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'x', components: [pressable] });
      if (interaction.isButton())
        await interaction.reply({
          content: `${interaction.user.displayName} pressed ${interaction.message.content}`,
          flags: MessageFlags.Ephemeral,
        });
    };
    await demo();
    const { id = '' } = last() ?? {};
    await playground.driver.press(id, 'again', { user: 'ben' });
    expect(playground.driver.messages('ben').at(-1)?.content).toBe('Ben pressed x');
    expect(last()?.content).toBe('x');
  });

  it('updates and deletes the message whose button was pressed', async () => {
    onInteraction = async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'one', components: [pressable] });
      if (interaction.isButton() && interaction.message.content === 'one')
        await interaction.update({ content: 'two' });
      else if (interaction.isButton()) {
        await interaction.deferUpdate();
        await interaction.deleteReply();
      }
    };
    await demo();
    const { id = '' } = last() ?? {};
    await playground.driver.press(id, 'again');
    expect(last()?.content).toBe('two');
    await playground.driver.press(id, 'again');
    await playground.driver.waitFor((messages) => messages.length === 0 || undefined);
  });

  it('shows a form and reads what was filled in', async () => {
    onInteraction = async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.showModal({
          title: 'Tell us',
          custom_id: 'form',
          components: [
            {
              type: ComponentType.Label,
              label: 'Question',
              component: {
                type: ComponentType.TextInput,
                custom_id: 'question',
                style: TextInputStyle.Short,
              },
            },
          ],
        });
      if (interaction.isModalSubmit())
        await interaction.reply(interaction.fields.getTextInputValue('question'));
    };
    const opener = await demo();
    await expect(playground.driver.submitModal(opener, {})).rejects.toThrow('Question');
    await playground.driver.submitModal(opener, { question: 'why?' });
    expect(last()?.content).toBe('why?');
  });
});

describe('a discord.js client whose connection breaks', () => {
  beforeEach(() => {
    onInteraction = async (interaction) =>
      interaction.isChatInputCommand() && interaction.reply('here');
  });

  it('resumes, and answers what was asked meanwhile exactly once', async () => {
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    playground.gateway.drop();
    const { state } = await demo();
    await resumed;
    expect(state).toBe('acknowledged');
    expect(playground.driver.messages().map(({ content }) => content)).toEqual(['here']);
  });

  it('comes back when it is asked to', async () => {
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    playground.gateway.requestReconnect();
    await resumed;
    expect((await demo()).state).toBe('acknowledged');
  });

  it('identifies anew when its session is gone', async () => {
    const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));
    playground.gateway.invalidate();
    await ready;
    expect((await demo()).state).toBe('acknowledged');
  });
});
