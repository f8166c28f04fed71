import type { Told } from '../../src/outputs-check/index.ts';
import type { Conversation } from '../framework/context.ts';
import { refuse } from '../framework/press.ts';
import type { Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { readerOf } from '../parts/reader.ts';
import type { Differs } from './differs.ts';
import { examineCode, examineOutputs, type Asker } from './examine.ts';
import type { Sent } from './sent.ts';

/** Looks through code, and tells the result to whoever asked alone. */
export const checkCode = (
  sent: Sent,
  conversation: Conversation,
  services: Services,
  differs?: Differs,
): Promise<void> =>
  check(conversation, services, (asker) => examineCode(sent, asker, services, differs));

export const checkOutputs = (
  sent: Sent,
  told: Told,
  conversation: Conversation,
  services: Services,
): Promise<void> =>
  check(conversation, services, (asker) => examineOutputs(sent, told, asker, services));

async function check(
  conversation: Conversation,
  services: Services,
  examine: (asker: Asker) => Promise<Reply>,
): Promise<void> {
  const { id, userId, serverId } = conversation;
  if (services.rateLimit.take(userId) !== 'answer')
    return refuse(conversation, (problems) => problems.tooFast);
  const reader = readerOf(conversation, true, services);
  await conversation.defer({ private: true });
  return conversation.edit(await examine({ id, userId, serverId, reader }));
}
