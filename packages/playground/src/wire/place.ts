import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';

/** The languages that people and the server can have here; Discord has some thirty. */
export const languages = ['en-US', 'zh-CN', 'zh-TW'] as const;

export type Language = (typeof languages)[number];

/** Somebody in the study server. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'student' | 'teacher';
  /** The ids of the roles that they have in the server, beside that of everybody. */
  readonly roles: readonly string[];
}

/** Somebody may have this role without managing anything. */
export const tutorRoleId = '360000000000000001';

/** The people the playground lets you be. Buttons belong to people, so it takes several. */
export const people = {
  ada: { id: '310000000000000001', name: 'Ada', role: 'student', roles: [] },
  ben: { id: '310000000000000002', name: 'Ben', role: 'student', roles: [tutorRoleId] },
  chen: { id: '310000000000000003', name: 'Ms. Chen', role: 'teacher', roles: [] },
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof people;

export const personKeys = ['ada', 'ben', 'chen'] as const satisfies readonly PersonKey[];

export const isPersonKey = (text: string): text is PersonKey => Object.hasOwn(people, text);

export const personById = (id: string): Person | undefined =>
  Object.values(people).find((person) => person.id === id);

export const applicationId = '320000000000000001';
export const guildId = '330000000000000001';
/** Another server that the bot is in. By its id it belongs to the next shard: see `shardOf`. */
const otherGuildId = '330000000004194305';
export const guildIds: readonly string[] = [guildId, otherGuildId];
export const channelId = '340000000000000001';

const { ViewChannel, SendMessages, AttachFiles, EmbedLinks, ReadMessageHistory, ManageMessages } =
  PermissionFlagsBits;
const { ManageGuild, UseApplicationCommands, CreatePublicThreads, SendMessagesInThreads } =
  PermissionFlagsBits;

export const everybody =
  ViewChannel |
  SendMessages |
  AttachFiles |
  EmbedLinks |
  ReadMessageHistory |
  CreatePublicThreads |
  SendMessagesInThreads |
  UseApplicationCommands;

const permissionBitsOf = ({ role }: Person): bigint =>
  role === 'teacher' ? everybody | ManageMessages | ManageGuild : everybody;

/** Whether somebody has all of these permissions in the server: a number in digits. */
export const hasPermissions = (person: Person, wanted: string): boolean =>
  (permissionBitsOf(person) & BigInt(wanted)) === BigInt(wanted);

const permissionsOf = (person: Person): string => String(permissionBitsOf(person));

export const appPermissions = String(everybody);

/** What nobody here has. */
const plainUser = {
  avatar: null,
  avatar_decoration_data: null,
  banner: null,
  accent_color: null,
  collectibles: null,
  primary_guild: null,
  public_flags: 0,
  flags: 0,
};

export const botUser = {
  ...plainUser,
  id: applicationId,
  username: 'Seedling',
  discriminator: '0000',
  global_name: null,
  bot: true,
};

export const userOf = (person: Person) => ({
  ...plainUser,
  id: person.id,
  username: person.name.toLowerCase().replaceAll(/[^a-z]/g, ''),
  discriminator: '0',
  global_name: person.name,
});

/** The bot, as it is told of itself. */
export const currentUser = {
  ...botUser,
  verified: true,
  email: null,
  mfa_enabled: false,
  locale: 'en-US',
};

/** The bot's application, as its owner sees it. */
export const application = {
  id: applicationId,
  name: botUser.username,
  icon: null,
  description: '',
  type: null,
  bot: botUser,
  owner: userOf(people.chen),
  team: null,
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  flags_new: '0',
  summary: '',
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  eligible_oauth2_scopes: ['applications.commands', 'bot'],
  explicit_content_filter: 0,
  approximate_guild_count: 1,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
};

export const joinedAt = '2026-01-01T00:00:00.000000+00:00';

export const memberOf = (person: Person) => ({
  user: userOf(person),
  permissions: permissionsOf(person),
  roles: [...person.roles],
  joined_at: joinedAt,
  deaf: false,
  mute: false,
  flags: 0,
});

export const channel = {
  id: channelId,
  type: ChannelType.GuildText,
  name: 'lstm-help',
  guild_id: guildId,
  position: 0,
  permission_overwrites: [],
  nsfw: false,
  last_message_id: null,
  rate_limit_per_user: 0,
  flags: 0,
  topic: 'Why does my LSTM output differ every time?',
} as const;

/** A second one, to see what holds in one channel only. */
export const lounge = {
  ...channel,
  id: '340000000000000002',
  name: 'lounge',
  position: 1,
  topic: 'Anything else',
} as const;

/** In the other server. */
export const elsewhere = {
  ...channel,
  id: '340000000000000003',
  guild_id: otherGuildId,
  name: 'evening-class',
} as const;
