import { wordsFor } from '../../src/words/index.ts';
import type { OnMessage } from '../framework/context.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Reply } from '../framework/reply.ts';

/** For whoever picked the command: the answer stands there. */
export const answeredReply = (link: string, { locale }: Reader): Reply => ({
  tone: 'plain',
  blocks: [text(wordsFor(locale).replies.why.answered(link))],
});

/** An answer that doesn't stand below the message. */
export const withLink = (
  reply: Reply,
  { id, linkTo }: Pick<OnMessage['message'], 'id' | 'linkTo'>,
  { locale }: Reader,
): Reply => ({
  ...reply,
  blocks: [text(wordsFor(locale).replies.why.about(linkTo(id))), ...reply.blocks],
});
