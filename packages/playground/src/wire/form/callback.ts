import { InteractionResponseType, Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import { modal } from './modal.ts';
import { optional } from './shared.ts';

const suggestion = z.object({
  name: z.string().min(1).max(100),
  name_localizations: optional(z.partialRecord(z.enum(Locale), z.string().max(100)).nullable()),
  value: z.union([z.string().max(100), z.number()]),
});

/** The body of an interaction callback. That of a message is checked where messages are. */
export const callbackBody = z.discriminatedUnion('type', [
  z.object({
    type: z.literal([
      InteractionResponseType.ChannelMessageWithSource,
      InteractionResponseType.UpdateMessage,
    ]),
    data: optional(z.unknown()),
  }),
  z.object({
    type: z.literal(InteractionResponseType.DeferredChannelMessageWithSource),
    data: optional(z.object({ flags: optional(z.int().nullable()) })),
  }),
  z.object({ type: z.literal(InteractionResponseType.DeferredMessageUpdate) }),
  z.object({
    type: z.literal(InteractionResponseType.ApplicationCommandAutocompleteResult),
    data: z.object({ choices: z.array(suggestion).max(25).nullable() }),
  }),
  z.object({ type: z.literal(InteractionResponseType.Modal), data: modal }),
]);

export type CallbackBody = z.infer<typeof callbackBody>;
export type Suggestion = z.infer<typeof suggestion>;
