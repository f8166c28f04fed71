/** Rows of the table: what may go wrong while the bot starts. */
export const startFaults = {
  'registration-500': [
    'Discord does not take the commands, because it fails or because of the limit of a day',
    'The bot serves with those that were registered before, and tries again in growing pauses until they are taken',
  ],
  'registration-hangs': [
    'Discord never answers the registration of the commands',
    'After five seconds the bot connects all the same, and answers',
  ],
  'session-refused': [
    'Discord ends every session as soon as it is asked for (INVALID_SESSION)',
    'The bot asks again in growing pauses, twelve times in the first hour and six in each later one, and the log says so each time',
  ],
  'registration-wrong-server': [
    'DISCORD_GUILD_ID names a server in which the bot is no member',
    'It ends with a line that names the setting, before it connects: nothing is used up of the connections that Discord allows in a day',
  ],
} as const;
