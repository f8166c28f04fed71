import type { Answer } from '../../src/answers/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Reply } from '../framework/reply.ts';

const mostCompared = 3;

/** Two answers with this id say the same. */
export const answerId = ({ verdict, causes, page, followUp }: Answer): string => {
  const shown = causes.slice(0, verdict === 'answer' ? 1 : mostCompared);
  return [verdict, ...shown.map(({ id }) => id), page, followUp].join(' ');
};

export const pointerReply = (link: string, { locale }: Reader): Reply => ({
  tone: 'plain',
  blocks: [text(wordsFor(locale).replies.message.already(link))],
});
