import {
  MessageReferenceType,
  MessageType,
  type APIMessage,
  type APIUser,
} from 'discord-api-types/v10';
import { refuseAny } from './form/check.ts';
import type { MessageBody } from './form/message.ts';

/** A message that is stored. */
interface Referable {
  readonly api: APIMessage;
  /** Whom alone it is shown to. */
  readonly onlyFor?: unknown;
}

interface Reference {
  /** The author of the message that is replied to. */
  readonly to?: APIUser;
  readonly fields: Partial<APIMessage>;
}

/** What makes a message a reply. One to a message that is gone is refused, unless the sender allowed that. */
export function referenceOf(
  reference: MessageBody['message_reference'],
  channelId: string,
  messages: ReadonlyMap<string, Referable>,
): Reference | undefined {
  if (!reference) return undefined;
  const { message_id: id, fail_if_not_exists: mustExist = true } = reference;
  const found = messages.get(id);
  const api =
    found?.onlyFor === undefined && found?.api.channel_id === channelId ? found.api : undefined;
  refuseAny(api || !mustExist ? [] : [unknownMessage]);
  return {
    ...(api && { to: api.author }),
    fields: {
      ...(api && { type: MessageType.Reply }),
      message_reference: {
        type: MessageReferenceType.Default,
        channel_id: channelId,
        message_id: id,
      },
      referenced_message: api ?? null,
    },
  };
}

const unknownMessage = {
  path: ['message_reference'],
  code: 'REPLIES_UNKNOWN_MESSAGE',
  message: 'Unknown message',
};
