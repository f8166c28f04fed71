import {
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIMessage,
  type RESTPostAPIInteractionCallbackWithResponseResult,
} from 'discord-api-types/v10';
import { callbackBody } from './form/callback.ts';
import { check, refuseAny } from './form/check.ts';
import type { Interaction, Interactions } from './interactions.ts';
import { hasFlag } from './message-rules.ts';
import type { Messages, Origin, Sent, StoredMessage } from './messages.ts';
import { applicationId, botUser, userOf } from './place.ts';

export interface Rooms {
  readonly interactions: Interactions;
  readonly messages: Messages;
}

const {
  ChannelMessageWithSource,
  DeferredChannelMessageWithSource,
  DeferredMessageUpdate,
  UpdateMessage,
  ApplicationCommandAutocompleteResult,
  Modal,
} = InteractionResponseType;

/** POST /interactions/:id/:token/callback. Nothing is acknowledged if the body is refused. */
export function answerInteraction(
  { interactions, messages }: Rooms,
  { id, token }: { id: string; token: string },
  sent: Sent,
): RESTPostAPIInteractionCallbackWithResponseResult {
  const interaction = interactions.open(id, token);
  const callback = check(callbackBody, sent.json);
  refuseMisfit(interaction, callback.type);
  const { type } = callback;
  switch (type) {
    case ChannelMessageWithSource: {
      const body = { json: callback.data ?? {}, uploads: sent.uploads };
      return done(interaction, messages.create(body, originOf(interaction)));
    }
    case DeferredChannelMessageWithSource: {
      const flags = callback.data?.flags ?? 0;
      return done(interaction, messages.createLoading(originOf(interaction), flags));
    }
    case UpdateMessage: {
      const body = { json: callback.data ?? {}, uploads: sent.uploads };
      return done(interaction, messages.edit(interaction.messageId ?? '', body), false);
    }
    case DeferredMessageUpdate:
      return done(interaction, messages.find(interaction.messageId ?? ''), false);
    case ApplicationCommandAutocompleteResult:
      interactions.acknowledge(id, { type, choices: callback.data.choices ?? [] });
      return result(interaction, type);
    case Modal:
      interactions.acknowledge(id, { type, modal: callback.data });
      return result(interaction, type);
  }

  function done(to: Interaction, message: StoredMessage | undefined, isNew = true) {
    interactions.acknowledge(id, { type, ...(message && { messageId: message.api.id }) });
    return result(to, type, message?.api, isNew);
  }
}

function refuseMisfit({ type, messageId }: Interaction, answer: InteractionResponseType) {
  const fits =
    answer === ApplicationCommandAutocompleteResult
      ? type === InteractionType.ApplicationCommandAutocomplete
      : type !== InteractionType.ApplicationCommandAutocomplete &&
        (answer !== Modal || type !== InteractionType.ModalSubmit) &&
        ((answer !== UpdateMessage && answer !== DeferredMessageUpdate) || messageId !== undefined);
  refuseAny(
    fits
      ? []
      : [
          {
            path: ['type'],
            code: 'INTERACTION_CALLBACK_TYPE_INVALID',
            message: `An interaction of type ${type} can't be answered with type ${answer}.`,
          },
        ],
  );
}

const result = (
  { id, type }: Interaction,
  answer: InteractionResponseType,
  message?: APIMessage,
  isNew = true,
): RESTPostAPIInteractionCallbackWithResponseResult => ({
  interaction: {
    id,
    type,
    ...(message &&
      isNew && {
        response_message_id: message.id,
        response_message_loading: hasFlag(message.flags, MessageFlags.Loading),
        response_message_ephemeral: hasFlag(message.flags, MessageFlags.Ephemeral),
      }),
  },
  // By the specification it is there only where a message was written.
  ...(message && isWritten(answer) && { resource: { type: answer, message } }),
});

const isWritten = (answer: InteractionResponseType): boolean =>
  answer === ChannelMessageWithSource || answer === UpdateMessage;

/** What every message has that answers an interaction. */
export function originOf({ id, type, name, person, channelId, messageId }: Interaction): Origin {
  const user = userOf(person);
  const metadata = { id, user, authorizing_integration_owners: {} };
  return {
    channelId,
    author: botUser,
    person: person.id,
    type:
      type === InteractionType.ApplicationCommand
        ? MessageType.ChatInputCommand
        : MessageType.Reply,
    extra: {
      application_id: applicationId,
      webhook_id: applicationId,
      ...(type === InteractionType.ApplicationCommand && {
        interaction_metadata: {
          ...metadata,
          type,
          // Picked from the menu of that message.
          ...(messageId !== undefined && { target_message_id: messageId }),
        },
        interaction: { id, type, name: name.replace('/', ''), user },
      }),
      ...(type === InteractionType.MessageComponent &&
        messageId && {
          interaction_metadata: { ...metadata, type, interacted_message_id: messageId },
          message_reference: {
            type: MessageReferenceType.Default,
            message_id: messageId,
            channel_id: channelId,
          },
        }),
    },
  };
}
