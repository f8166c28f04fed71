import { AllowedMentionsTypes } from 'discord-api-types/v10';
import { z } from 'zod';
import { rule } from './check.ts';
import { embeds } from './embed.ts';
import { optional } from './shared.ts';

const { Everyone, Role, User } = AllowedMentionsTypes;

const ids = optional(z.array(z.string().regex(/^\d+$/)).max(100));

const allowedMentions = z
  .object({
    parse: optional(z.array(z.literal([Everyone, Role, User]))),
    users: ids,
    roles: ids,
    replied_user: optional(z.boolean()),
  })
  .superRefine((allowed, context) => {
    for (const kind of [User, Role] as const)
      if (allowed.parse?.includes(kind) && allowed[kind]?.length)
        context.addIssue({
          code: 'custom',
          path: ['parse'],
          ...rule(
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          ),
        });
  });

const attachment = z.object({
  id: z.union([z.string().regex(/^\d+$/), z.int().min(0)]).transform(String),
  filename: optional(z.string().max(1024)),
  title: optional(z.string().max(1024).nullable()),
  description: optional(z.string().max(1024).nullable()),
});

/** What a message's body may hold before its parts are looked at together. Components come after the flags are known. */
export const messageBody = z.object({
  content: optional(z.string().max(2000).nullable()),
  embeds: optional(embeds.nullable()),
  components: optional(z.array(z.unknown()).nullable()),
  flags: optional(z.int().nullable()),
  allowed_mentions: optional(allowedMentions.nullable()),
  attachments: optional(z.array(attachment).max(10).nullable()),
  nonce: optional(z.union([z.string().max(25), z.int()]).nullable()),
  enforce_nonce: optional(z.boolean()),
  poll: optional(z.unknown()),
  sticker_ids: optional(z.array(z.string()).nullable()),
  message_reference: optional(
    z.looseObject({
      message_id: z.string().regex(/^\d+$/),
      fail_if_not_exists: optional(z.boolean()),
    }),
  ),
});

export type MessageBody = z.infer<typeof messageBody>;
export type AllowedMentions = z.infer<typeof allowedMentions>;
export type AttachmentForm = z.infer<typeof attachment>;
