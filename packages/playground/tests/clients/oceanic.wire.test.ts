import {
  ApplicationCommandOptionTypes,
  ApplicationCommandTypes,
  ButtonStyles,
  Client,
  ComponentTypes,
  InteractionTypes,
  MessageFlags,
  TextInputStyles,
  type CommandInteraction,
} from 'oceanic.js';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startPlayground, type Playground } from '../../src/index.ts';
import { story } from './story.ts';

let playground: Playground;
let client: Client;
beforeAll(async () => {
  playground = await startPlayground();
  client = new Client({
    auth: `Bot ${playground.token}`,
    rest: { baseURL: `${playground.apiUrl}/v10` },
    gateway: { intents: ['GUILDS', 'GUILD_MESSAGES'] },
  });
  client.on('error', (error) => console.error(error));
  client.on('interactionCreate', (interaction) => {
    if (interaction.type === InteractionTypes.APPLICATION_COMMAND)
      return void commands[interaction.data.name]?.(interaction);
    if (interaction.type === InteractionTypes.MESSAGE_COMPONENT)
      return void interaction.editParent(panel('Pressed once'));
    if (interaction.type === InteractionTypes.MODAL_SUBMIT)
      return void interaction
        .createMessage({
          content: `You wrote ${interaction.data.components.getTextInput('answer', true)}`,
        })
        .then(() =>
          interaction.createFollowup({ content: 'Thanks', flags: MessageFlags.EPHEMERAL }),
        );
  });
  client.on('messageCreate', (message) => {
    if (!message.mentions.users.some(({ id }) => id === client.user.id)) return;
    if (message.author.id === client.user.id) return;
    const content = `You said ${message.content.replace(client.user.mention, '').trim()}`;
    void client.rest.channels.createMessage(message.channelID, {
      content,
      messageReference: { messageID: message.id },
    });
  });
  const isReady = new Promise((resolve) => client.once('ready', () => resolve(undefined)));
  await client.connect();
  await isReady;
  await client.application.bulkEditGlobalCommands(
    Object.keys(commands).map((name) => ({
      type: ApplicationCommandTypes.CHAT_INPUT,
      name,
      description: name,
      ...(name === 'hello' && {
        options: [
          {
            type: ApplicationCommandOptionTypes.STRING,
            name: 'name',
            description: 'Whom to greet',
            required: true,
          },
        ],
      }),
    })),
  );
});
afterAll(async () => {
  client.disconnect(false);
  await playground.close();
});

const commands: Readonly<Record<string, (interaction: CommandInteraction) => Promise<unknown>>> = {
  hello: (interaction) =>
    interaction.createMessage({
      embeds: [
        {
          title: `Hello ${interaction.data.options.getString('name')}`,
          fields: [{ name: 'runs', value: '10' }],
          footer: { text: 'by a bot' },
        },
      ],
      files: [{ name: 'runs.txt', contents: Buffer.from('ten runs') }],
    }),
  panel: (interaction) =>
    interaction.createMessage({ ...panel('Press me'), flags: MessageFlags.IS_COMPONENTS_V2 }),
  form: (interaction) =>
    interaction.createModal({
      customID: 'form',
      title: 'A form',
      components: [
        {
          type: ComponentTypes.LABEL,
          label: 'Answer',
          component: {
            type: ComponentTypes.TEXT_INPUT,
            customID: 'answer',
            style: TextInputStyles.SHORT,
          },
        },
      ],
    }),
  late: async (interaction) => {
    await interaction.defer();
    return interaction.editOriginal({ content: 'Done' });
  },
};

const panel = (content: string) => ({
  components: [
    {
      type: ComponentTypes.CONTAINER as const,
      components: [
        { type: ComponentTypes.TEXT_DISPLAY as const, content },
        {
          type: ComponentTypes.ACTION_ROW as const,
          components: [
            {
              type: ComponentTypes.BUTTON as const,
              style: ButtonStyles.PRIMARY as const,
              customID: 'count',
              label: 'Count',
            },
          ],
        },
      ],
    },
  ],
});

describe('a bot of Oceanic', () => {
  it.each(Object.keys(story))('%s', async (name) => story[name]?.(playground));
});
