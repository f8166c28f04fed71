/** The fields of a message as Discord sends it that say nothing: nobody is mentioned, nothing is attached. */
export const plainMessage = {
  timestamp: '2026-01-01T00:00:00Z',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: 0,
} as const;
