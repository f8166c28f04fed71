import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { originOf, type Rooms } from './callback.ts';
import type { Interaction } from './interactions.ts';
import { hasFlag } from './message-rules.ts';
import type { Sent, StoredMessage } from './messages.ts';
import { applicationId } from './place.ts';
import { refusals } from './refusal.ts';

interface Address {
  readonly application: string;
  readonly token: string;
}

/** POST /webhooks/:application/:token. The first one after a deferral is that deferral's content, as on Discord. */
export function followUp(
  { interactions, messages }: Rooms,
  address: Address,
  sent: Sent,
): APIMessage {
  const interaction = interactionOf(interactions, address);
  const original = messages.find(interaction.acknowledgement?.messageId ?? '');
  if (original && hasFlag(original.api.flags, MessageFlags.Loading))
    return messages.edit(original.api.id, sent).api;
  return messages.create(sent, originOf(interaction)).api;
}

/** `/webhooks/:application/:token/messages/:message`, where `:message` may be `@original`. */
export function webhookMessage(
  { interactions, messages }: Rooms,
  { message, ...address }: Address & { readonly message: string },
): StoredMessage {
  const interaction = interactionOf(interactions, address);
  const id = message === '@original' ? interaction.acknowledgement?.messageId : message;
  const found = messages.find(id ?? '');
  if (!found || found.api.application_id !== applicationId) throw refusals.unknownMessage();
  return found;
}

function interactionOf(
  interactions: Rooms['interactions'],
  { application, token }: Address,
): Interaction {
  if (application !== applicationId) throw refusals.unknownWebhook();
  return interactions.byToken(token);
}
