import {
  ApplicationCommandOptionType,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  TextInputStyle,
} from 'discord-api-types/v10';

/** What a request says, with as many of the specification's fields as have a place in it. */
export interface Body {
  readonly json?: unknown;
  readonly files?: readonly { readonly name: string }[];
}

const ada = '310000000000000001';

const text = (content: string) => ({ type: ComponentType.TextDisplay, id: 7, content });
export const row = (...components: unknown[]) => ({ type: ComponentType.ActionRow, components });
const emoji = { name: '🌱', animated: false };
export const button = {
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  custom_id: 'go',
  label: 'Go',
  emoji,
  disabled: false,
};
const link = {
  emoji,
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  url: 'https://example.org/',
  label: 'Read',
};
const select = {
  type: ComponentType.StringSelect,
  custom_id: 'pick',
  placeholder: 'Pick one',
  min_values: 0,
  max_values: 1,
  options: [{ label: 'A', value: 'a', description: 'the first', emoji, default: true }],
};
const userSelect = {
  type: ComponentType.UserSelect,
  custom_id: 'who',
  default_values: [{ id: ada, type: 'user' }],
};
const channelSelect = { type: ComponentType.ChannelSelect, custom_id: 'to', channel_types: [0] };

export const embed = {
  title: 'Why it differs',
  description: 'Dropout is on.',
  url: 'https://example.org/why',
  color: 0x57f287,
  timestamp: '2026-01-01T00:00:00.000Z',
  footer: { text: 'Seedling', icon_url: 'https://example.org/icon.png' },
  image: { url: 'https://example.org/chart.png' },
  thumbnail: { url: 'https://example.org/small.png' },
  author: { name: 'Ada', url: 'https://example.org/', icon_url: 'https://example.org/ada.png' },
  fields: [{ name: 'runs', value: '10', inline: true }],
};

export const plain = {
  content: 'hello',
  tts: false,
  flags: MessageFlags.SuppressEmbeds,
  embeds: [embed],
  components: [row(button, link), row(select), row(userSelect), row(channelSelect)],
  allowed_mentions: { parse: ['everyone'], users: [ada], roles: [], replied_user: false },
};

const withFile = {
  content: 'a file',
  attachments: [{ id: 0, filename: 'runs.csv', description: 'all runs', title: 'Runs' }],
};
const files = [{ name: 'runs.csv' }];

const v2 = {
  flags: MessageFlags.IsComponentsV2,
  components: [
    text('outside'),
    {
      type: ComponentType.Container,
      accent_color: 0x57f287,
      spoiler: false,
      components: [
        { type: ComponentType.TextDisplay, content: 'inside' },
        {
          type: ComponentType.Section,
          components: [{ type: ComponentType.TextDisplay, content: 'beside' }],
          accessory: {
            type: ComponentType.Thumbnail,
            media: { url: 'https://example.org/small.png' },
            description: 'small',
            spoiler: false,
          },
        },
        {
          type: ComponentType.MediaGallery,
          items: [
            { media: { url: 'attachment://runs.csv' }, description: 'a chart', spoiler: true },
          ],
        },
        { type: ComponentType.Separator, divider: true, spacing: 1 },
        { type: ComponentType.File, file: { url: 'attachment://runs.csv' }, spoiler: false },
        row(button),
      ],
    },
  ],
  attachments: [{ id: 0, filename: 'runs.csv', description: 'all runs' }],
};

/** To a message that is gone, which it allows. */
export const reply: Body = {
  json: {
    ...plain,
    nonce: 1,
    enforce_nonce: false,
    message_reference: {
      type: 0,
      channel_id: '340000000000000001',
      guild_id: '330000000000000001',
      message_id: '350000000000000001',
      fail_if_not_exists: false,
    },
  },
};

export const messages = (...more: Body[]): Body[] => [
  { json: plain },
  { json: withFile, files },
  { json: v2, files },
  ...more,
];

export const words = { 'zh-CN': '演示', 'zh-TW': '示範' };
const option = {
  type: ApplicationCommandOptionType.String,
  name: 'cause',
  name_localizations: words,
  description: 'Which one',
  description_localizations: words,
  required: false,
  autocomplete: false,
  min_length: 0,
  max_length: 100,
  choices: [{ name: 'Dropout', name_localizations: words, value: 'dropout' }],
};
export const commands = [
  {
    type: 1,
    name: 'demo',
    name_localizations: words,
    description: 'Runs a demo',
    description_localizations: words,
    default_member_permissions: 8192,
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    nsfw: false,
    options: [
      option,
      { type: ApplicationCommandOptionType.Integer, name: 'n', description: 'n', min_value: 1 },
      { type: ApplicationCommandOptionType.Channel, name: 'c', description: 'c' },
      {
        type: ApplicationCommandOptionType.Attachment,
        name: 'f',
        description: 'f',
        file_types: ['.csv'],
      },
    ],
  },
  {
    name: 'misses',
    description: 'What was not answered',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'list',
        description: 'Lists them',
        options: [option],
      },
    ],
  },
  { type: 3, name: 'Explain' },
];

export const modal = {
  custom_id: 'form',
  title: 'Which run?',
  components: [
    {
      type: ComponentType.Label,
      label: 'Question',
      description: 'in your own words',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'question',
        style: TextInputStyle.Paragraph,
        min_length: 0,
        max_length: 100,
        required: true,
        value: 'why',
        placeholder: 'Why ...?',
      },
    },
    { type: ComponentType.Label, label: 'Choice', component: { ...select, required: true } },
    {
      type: ComponentType.Label,
      label: 'File',
      component: {
        type: ComponentType.FileUpload,
        custom_id: 'files',
        min_values: 0,
        max_values: 2,
        required: false,
        file_types: ['.csv', 'image'],
      },
    },
    {
      type: ComponentType.Label,
      label: 'One of them',
      component: {
        type: ComponentType.RadioGroup,
        custom_id: 'which',
        required: false,
        options: [
          { value: 'a', label: 'A', description: 'the first', default: true },
          { value: 'b', label: 'B' },
        ],
      },
    },
  ],
};
