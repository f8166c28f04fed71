import { reconsider } from '../../src/answers/index.ts';
import type { PageId, SectionId } from '../../src/ids.ts';
import { questionsOf, type Given } from '../../src/triage/index.ts';
import {
  addEvidence,
  nothingRead,
  type Evidence,
  type Framework,
} from '../../src/evidence/index.ts';
import type { Saying, Wanted } from '../../src/talk/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { believedOf } from '../ask/believed.ts';
import { answerReply, narrowedReply, notItReply } from '../ask/views.ts';
import { pageReply } from '../cause/views.ts';
import { startButton } from '../diagnose/views.ts';
import { text, type Reply } from '../framework/reply.ts';
import { placeOf } from './topic.ts';
import type { Topic } from '../memory/topics.ts';
import { actions } from '../parts/actions.ts';
import { buttonRow, removeButtons, withRemoval } from '../parts/controls.ts';
import { fixButtons, fixLine, fixSections } from '../parts/fixes.ts';
import type { Reader } from '../parts/reader.ts';

/** More about an earlier answer, as it was asked for. */
export function moreReply(
  { wants, framework }: Extract<Saying, { kind: 'more' }>,
  topic: Topic,
  reader: Reader,
): Reply {
  const [page] = topic.pages;
  if (!page) throw new Error('A topic has no page.');
  if (topic.isOpen && (wants === 'fix' || wants === 'check' || wants === 'why')) {
    const { blocks, ...rest } = narrowed(topic, topic.given, reader);
    return { ...rest, blocks: [text(wordsFor(reader.locale).replies.talk.depends), ...blocks] };
  }
  switch (wants) {
    case 'fix':
      return fixReply(page, framework ?? reader.framework, reader);
    case 'check':
    case 'why':
      return pageReply(page, parts[wants], reader);
    case 'retrained':
      return narrowed(topic, answering(topic.given, 'trained'), reader);
    case 'same-weights':
      return narrowed(topic, answering(topic.given, 'same'), reader);
    case 'not-it':
      return notItReply(page, placeOf(topic), reader);
  }
}

const narrowed = (topic: Topic, given: Given, reader: Reader): Reply =>
  narrowedReply({ ...placeOf(topic), given }, reader, {
    evidence: topic.evidence,
    believed: topic.believed,
  });

/** What somebody adds to their question, read together with it: its causes are ranked anew. */
export function furtherReply(further: Evidence, topic: Topic, asker: Reader): Reply {
  const before = topic.evidence ?? nothingRead;
  const evidence = addEvidence(addEvidence(before, { ruledOut: topic.excluded }), further);
  const reader = { ...asker, framework: evidence.framework ?? asker.framework };
  const { believed = believedOf(topic.pages) } = topic;
  const answer = reconsider(reader.content, believed, evidence);
  const isNarrowed = questionsOf(topic.given).length > 0;
  const { blocks, ...rest } = isNarrowed
    ? narrowed(
        {
          ...topic,
          pages: answer.candidates,
          isOpen: false,
          excluded: evidence.ruledOut,
          evidence,
        },
        topic.given,
        reader,
      )
    : answerReply(answer, reader, { quote: false, corrected: true });
  return { ...rest, blocks: [text(wordsFor(reader.locale).replies.talk.further), ...blocks] };
}

/** What was answered before holds, unless it was answered to the contrary. */
const answering = (given: Given, weights: 'same' | 'trained'): Given =>
  given.weights === weights ? given : { weights };

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
