import type { Conversation, Visibility } from '../framework/context.ts';
import type { Services } from '../framework/services.ts';
import type { DemoRequest } from './request.ts';
import { outcomeReply } from './views.ts';
import { work } from './work.ts';

/** One message from beginning to end: acknowledged at once, progress, then how it ended. */
export const runDemo = (
  request: DemoRequest,
  conversation: Conversation,
  services: Services,
  visibility: Visibility,
): Promise<void> =>
  work(request.parameters, conversation, visibility, services, (outcome, reader) =>
    outcomeReply(outcome, { ...request, ...visibility }, reader),
  );
