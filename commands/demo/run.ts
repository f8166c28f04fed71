import type { Conversation, Visibility } from '../shared/context.ts';
import { readerOf } from '../shared/reader.ts';
import type { Services } from '../shared/services.ts';
import type { DemoRequest } from './request.ts';
import { outcomeReply } from './views.ts';
import { work } from './work.ts';

/** One message from beginning to end: acknowledged at once, progress, then how it ended. */
export async function runDemo(
  request: DemoRequest,
  conversation: Conversation,
  services: Services,
  visibility: Visibility,
): Promise<void> {
  await conversation.defer(visibility);
  const reader = readerOf(conversation, visibility.private, services);
  const outcome = await work(request.parameters, conversation, reader, services);
  await conversation.edit(outcomeReply(outcome, request, reader));
}
