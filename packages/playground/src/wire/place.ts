import {
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  PermissionFlagsBits,
} from 'discord-api-types/v10';

/** The languages that people and the server can have here; Discord has some thirty. */
export const languages = ['en-US', 'zh-CN', 'zh-TW'] as const;

export type Language = (typeof languages)[number];

/** Somebody in the study server. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'student' | 'teacher';
}

/** The people the playground lets you be. Buttons belong to people, so it takes several. */
export const people = {
  ada: { id: '310000000000000001', name: 'Ada', role: 'student' },
  ben: { id: '310000000000000002', name: 'Ben', role: 'student' },
  chen: { id: '310000000000000003', name: 'Ms. Chen', role: 'teacher' },
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof people;

export const personKeys = ['ada', 'ben', 'chen'] as const satisfies readonly PersonKey[];

export const isPersonKey = (text: string): text is PersonKey => Object.hasOwn(people, text);

export const personById = (id: string): Person | undefined =>
  Object.values(people).find((person) => person.id === id);

export const applicationId = '320000000000000001';
export const guildId = '330000000000000001';
export const channelId = '340000000000000001';

const { ViewChannel, SendMessages, AttachFiles, EmbedLinks, ReadMessageHistory, ManageMessages } =
  PermissionFlagsBits;
const { ManageGuild, UseApplicationCommands } = PermissionFlagsBits;

const everybody =
  ViewChannel |
  SendMessages |
  AttachFiles |
  EmbedLinks |
  ReadMessageHistory |
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

const joinedAt = '2026-01-01T00:00:00.000000+00:00';

export const memberOf = (person: Person) => ({
  user: userOf(person),
  permissions: permissionsOf(person),
  roles: [],
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
  topic: 'Why does my LSTM output differ every time?',
} as const;

export const guildName = 'Study server';

/** The server itself, as GUILD_UPDATE tells of it. */
export const guild = (locale: Language) => ({
  id: guildId,
  name: guildName,
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: people.chen.id,
  region: 'automatic',
  afk_channel_id: null,
  afk_timeout: 300 as const,
  verification_level: GuildVerificationLevel.None,
  default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
  explicit_content_filter: GuildExplicitContentFilter.Disabled,
  roles: [],
  emojis: [],
  features: [],
  mfa_level: GuildMFALevel.None,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: GuildPremiumTier.None,
  preferred_locale: locale,
  public_updates_channel_id: null,
  nsfw_level: GuildNSFWLevel.Default,
  premium_progress_bar_enabled: false,
  safety_alerts_channel_id: null,
  stickers: [],
});

/** GUILD_CREATE as a client with the intent `Guilds` gets it: what is in the server as well. */
export const guildWithContents = (locale: Language) => ({
  ...guild(locale),
  joined_at: joinedAt,
  large: false,
  unavailable: false,
  member_count: personKeys.length + 1,
  voice_states: [],
  members: [
    { user: botUser, roles: [], joined_at: joinedAt, deaf: false, mute: false, flags: 0 },
    ...Object.values(people).map((person) => memberOf(person)),
  ],
  channels: [channel],
  threads: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});
