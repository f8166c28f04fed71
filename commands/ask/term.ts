import type { Term } from '../../src/content/index.ts';
import { isPageId, type FollowUpId, type PageId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { buttonRow, removeButtons } from '../parts/controls.ts';
import type { Reader } from '../parts/reader.ts';
import { quote, text, type Button, type Reply } from '../framework/reply.ts';

/** What a word of the glossary means, and the pages that go on. `asked`: the question, where the reply should quote it. */
export function termReply(id: string, reader: Reader, asked?: string): Reply {
  const { name, meaning, see } = termOf(id, reader);
  return {
    tone: 'answer',
    blocks: [
      ...(asked === undefined ? [] : [quote(asked)]),
      text(`### ${name}\n${meaning}`),
      ...buttonRow([...see.map((next) => leadTo(next, reader)), ...removeButtons(reader)]),
    ],
  };
}

function termOf(id: string, { content, locale }: Reader): Term {
  const term = content.glossary.get(locale)?.get(id);
  if (!term) throw new Error(`There is no word "${id}" in the glossary of ${locale}.`);
  return term;
}

function leadTo(next: PageId | FollowUpId, { locale, owner }: Reader): Button {
  const { ask, causes, followUps } = wordsFor(locale).replies;
  return isPageId(next)
    ? {
        label: ask.readAll(causes[next]),
        style: 'secondary',
        customId: actions.readAll.id(owner, { page: next }),
      }
    : {
        label: followUps[next],
        style: 'secondary',
        customId: actions.askNext.id(owner, { followUp: next }),
      };
}
