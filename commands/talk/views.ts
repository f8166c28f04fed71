import type { PageId, SectionId } from '../../src/ids.ts';
import type { Framework } from '../../src/evidence/index.ts';
import type { Saying, Wanted } from '../../src/talk/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { narrowedReply, notItReply } from '../ask/views.ts';
import { pageReply } from '../cause/views.ts';
import { startButton } from '../diagnose/views.ts';
import { text, type Reply } from '../framework/reply.ts';
import type { Topic } from '../memory/topics.ts';
import { actions } from '../parts/actions.ts';
import { buttonRow, removeButtons, withRemoval } from '../parts/controls.ts';
import { fixButtons, fixLine, fixSections } from '../parts/fixes.ts';
import type { Reader } from '../parts/reader.ts';

/** More about an earlier answer, as it was asked for. */
export function moreReply(
  { wants, framework }: Extract<Saying, { kind: 'more' }>,
  { pages }: Topic,
  reader: Reader,
): Reply {
  const [page] = pages;
  if (!page) throw new Error('A topic has no page.');
  switch (wants) {
    case 'fix':
      return fixReply(page, framework ?? reader.framework, reader);
    case 'check':
    case 'why':
      return pageReply(page, parts[wants], reader);
    case 'retrained':
      return narrowedReply({ given: { weights: 'trained' }, preferred: pages }, reader);
    case 'same-weights':
      return narrowedReply({ given: { weights: 'same' }, preferred: pages }, reader);
    case 'not-it':
      return notItReply(page, reader);
  }
}

const parts: Readonly<Record<Extract<Wanted, 'check' | 'why'>, SectionId>> = {
  check: 'how-to-check',
  why: 'what-happens',
};

/** The fix in a framework; where that isn't known, one line of each and the choice. */
function fixReply(page: PageId, framework: Framework | undefined, reader: Reader): Reply {
  if (framework) return pageReply(page, fixSections[framework], reader);
  const { causes, talk } = wordsFor(reader.locale).replies;
  return {
    tone: 'answer',
    blocks: [
      text(`${talk.whichFramework(causes[page])}\n${fixLine(page, reader)}`),
      ...buttonRow([...fixButtons(page, reader, { primary: undefined }), ...removeButtons(reader)]),
    ],
  };
}

/** A friendly line, and three ways in. */
export function doorReply(kind: 'greeting' | 'thanks', reader: Reader): Reply {
  const { causes, help, talk } = wordsFor(reader.locale).replies;
  return {
    tone: 'plain',
    blocks: [
      text(talk[kind]),
      ...buttonRow([
        { ...startButton([], reader), style: 'primary' },
        {
          label: help.showMe(causes.dropout),
          style: 'secondary',
          customId: actions.startDemo.id(reader.owner, { cause: 'dropout' }),
        },
        {
          label: help.allCauses,
          style: 'secondary',
          customId: actions.allCauses.id(reader.owner, {}),
        },
      ]),
    ],
  };
}

/** "How do I fix that?", and nobody knows what. */
export const whichReply = (reader: Reader): Reply =>
  withRemoval(
    { tone: 'unsure', blocks: [text(wordsFor(reader.locale).replies.talk.which)] },
    reader,
  );
