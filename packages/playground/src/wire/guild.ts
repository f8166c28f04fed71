import {
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
} from 'discord-api-types/v10';
import {
  type Language,
  botUser,
  channel,
  elsewhere,
  everybody,
  guildId,
  joinedAt,
  lounge,
  memberOf,
  people,
  personKeys,
  tutorRoleId,
} from './place.ts';

export const guildName = 'Study server';

/** The role that everybody has; its id is the server's. */
const everyoneOf = (id: string) => ({
  id,
  name: '@everyone',
  description: null,
  permissions: String(everybody),
  position: 0,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0,
});

const everyone = everyoneOf(guildId);
const tutor = { ...everyone, id: tutorRoleId, name: 'Tutor', permissions: '0', position: 1 };

export const guildRoles = [everyone, tutor];

/** The server itself, as GUILD_UPDATE tells of it. */
export const guild = (locale: Language, id = guildId) => ({
  id,
  name: id === guildId ? guildName : 'Evening class',
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
  roles: id === guildId ? guildRoles : [everyoneOf(id)],
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
  home_header: null,
  incidents_data: null,
  max_members: 250_000,
  max_presences: null,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  nsfw: false,
  premium_subscription_count: 0,
  stickers: [],
  widget_channel_id: null,
  widget_enabled: false,
});

const memberCount = personKeys.length + 1;

/** With `with_counts`. */
export const guildCounts = {
  approximate_member_count: memberCount,
  approximate_presence_count: memberCount,
};

/** GUILD_CREATE as a client with the intent `Guilds` gets it: what is in the server as well. */
export const guildWithContents = (
  id: string,
  locale: Language,
  threads: readonly { readonly guild_id: string }[],
) => ({
  ...guild(locale, id),
  joined_at: joinedAt,
  large: false,
  unavailable: false,
  member_count: memberCount,
  voice_states: [],
  members: [
    { user: botUser, roles: [], joined_at: joinedAt, deaf: false, mute: false, flags: 0 },
    ...Object.values(people).map((person) => memberOf(person)),
  ],
  channels: [channel, lounge, elsewhere].filter((it) => it.guild_id === id),
  threads: threads.filter((it) => it.guild_id === id),
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});
