import { causeOf, type Answer, type Believed } from '../../src/answers/index.ts';
import type { FollowUpId, PageId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { nothingRead, reasonsOf, type Evidence } from '../../src/evidence/index.ts';
import { nextStep, questionsOf } from '../../src/triage/index.ts';
import { nextQuestion, startButton, triageReply } from '../diagnose/views.ts';
import { notItHereButton } from '../diagnose/so-far.ts';
import { pagesAt, type Place } from '../diagnose/place.ts';
import { actions } from '../parts/actions.ts';
import { followUpOf } from '../parts/causes.ts';
import {
  buttonRow,
  notItButton,
  readButton,
  removeButtons,
  withRemoval,
} from '../parts/controls.ts';
import { fixLine } from '../parts/fixes.ts';
import { moreMenu } from '../parts/more.ts';
import type { Reader } from '../parts/reader.ts';
import { believedOf } from './believed.ts';
import { causeBlocks, mostShown } from './cause.ts';
import { correction, evidenceBlocks } from './evidence.ts';
import { forkReply } from './fork.ts';
import { quote, text, type Block, type Button, type Reply } from '../framework/reply.ts';

interface Form {
  /** False where the answer is a reply to the question. */
  readonly quote?: boolean;
  /** True where what was read has been corrected: then it can be put back, also where nothing of it is left. */
  readonly corrected?: boolean;
}

export function answerReply(
  answer: Answer,
  asker: Reader,
  { quote: isQuoted = true, corrected = false }: Form = {},
): Reply {
  const reader = { ...asker, framework: answer.evidence.framework ?? asker.framework };
  const { ask } = wordsFor(reader.locale).replies;
  const shown = pagesOf(answer);
  if (answer.fork) return forkReply(reader, isQuoted ? answer.question : undefined);
  const read = evidenceBlocks(answer, reader);
  return {
    tone: answer.verdict === 'answer' ? 'answer' : 'unsure',
    blocks: [
      ...(isQuoted ? [quote(answer.question)] : []),
      ...(answer.followUp ? followUpBlocks(answer.followUp, reader) : []),
      ...(corrected && read.length === 0 ? [correction(answer, reader)] : read),
      text(shown.length === 0 ? ask.nothingFits : shown.length === 1 ? ask.one : ask.several),
      ...shown.flatMap((page, place) =>
        causeBlocks(page, reader, {
          isBest: place === 0,
          isSure: shown.length === 1,
          excluded: answer.evidence.ruledOut,
        }),
      ),
      ...triageBlocks(answer, reader),
      ...(shown.length > 0 ? [moreMenu(shown, reader)] : []),
      ...buttonRow([
        ...shown.slice(0, 1).map((page) => notItButton(page, reader)),
        ...removeButtons(reader),
      ]),
    ],
  };
}

interface Asked {
  /** The question, where the reply should quote it. */
  readonly question?: string | undefined;
  /** What was read in it. */
  readonly evidence?: Evidence | undefined;
  /** What its words alone said. */
  readonly believed?: Believed | undefined;
}

/** The answer after a question back: its causes that are left, and the next question; at the end the result. */
export function narrowedReply(
  place: Place,
  asker: Reader,
  { question, evidence = nothingRead, believed = believedOf(pagesAt(place)) }: Asked = {},
): Reply {
  if (isFork(place)) return forkReply(asker, question);
  const step = nextStep(place.given, place.preferred, place.excluded);
  if (step.kind === 'result') return triageReply(place, asker, question, actions.narrow);
  const reader = { ...asker, framework: evidence.framework ?? asker.framework };
  const { ask } = wordsFor(reader.locale).replies;
  const shown = oneOfEachCause(pagesAt(place), reader).slice(0, mostShown);
  const ruledOut = reasonsOf(evidence, reader.content.ruledOut);
  return {
    tone: 'unsure',
    blocks: [
      ...(question === undefined ? [] : [quote(question)]),
      ...evidenceBlocks({ evidence, ruledOut, believed }, reader),
      text(shown.length === 1 ? ask.one : ask.several),
      ...shown.flatMap((id, at) =>
        causeBlocks(id, reader, { isBest: at === 0, isSure: shown.length === 1 }),
      ),
      { kind: 'divider' },
      ...nextQuestion(place, reader),
      moreMenu(shown, reader),
      ...buttonRow([notItHereButton(place, reader), ...removeButtons(reader)]),
    ],
  };
}

/** The best page of each cause: its special cases have one demo, and so one button, together. */
function oneOfEachCause(pages: readonly PageId[], { content }: Reader): PageId[] {
  const cause = (id: PageId) => causeOf(content, id);
  return pages.filter((id, at) => pages.findIndex((other) => cause(other) === cause(id)) === at);
}

/** Nothing speaks for any cause yet: both halves stay open. */
const isFork = ({ given, preferred }: Place): boolean =>
  preferred.length === 0 && questionsOf(given).length === 0;

/** After "this was not it": the way to what it is, without that one. What was answered holds, if it leaves another cause. */
export function notItReply(
  page: PageId,
  { given, preferred, excluded = [] }: Place,
  reader: Reader,
  asked?: string,
): Reply {
  const { misses } = wordsFor(reader.locale).replies;
  const place: Place = {
    given,
    preferred: preferred.filter((id) => id !== page),
    excluded: [page, ...excluded.filter((id) => id !== page)],
  };
  const leadsOn = pagesAt(place)[0] !== page;
  const { blocks } = triageReply(leadsOn ? place : { ...place, given: {} }, reader, asked);
  return { tone: 'unsure', blocks: [text(misses.sorry), ...blocks] };
}

/** The question back that decides, or the way to it. */
function triageBlocks(answer: Answer, reader: Reader): Block[] {
  const preferred = answer.candidates;
  const excluded = answer.ruledOut.map(({ id }) => id);
  if (answer.askWeights)
    return [{ kind: 'divider' }, ...nextQuestion({ given: {}, preferred, excluded }, reader)];
  return answer.verdict === 'unsure'
    ? [{ kind: 'divider' }, ...buttonRow([startButton(preferred, reader, excluded)])]
    : [];
}

/** Short, with the question, so that nobody has to type it again, and the pages that come nearest. */
export function unknownReply(
  answer: Answer,
  reader: Reader,
  { quote: isQuoted = true }: Form = {},
): Reply {
  const { ask } = wordsFor(reader.locale).replies;
  const near = answer.causes
    .slice(0, mostShown)
    .filter(({ probability }) => probability >= leastNear);
  return {
    tone: 'unsure',
    blocks: [
      ...(isQuoted ? [quote(answer.question)] : []),
      text([ask.unknown, ...(near.length > 0 ? [ask.nearest] : [])].join('\n')),
      ...buttonRow(near.map(({ id }) => readButton(id, reader))),
      ...buttonRow([startButton([], reader), ...removeButtons(reader)]),
    ],
  };
}

/** A cause that is less probable, even if the question were ours, doesn't come near it. */
const leastNear = 0.4;

function followUpBlocks(id: FollowUpId, { locale, owner, content }: Reader): Block[] {
  const { title, answer } = followUpOf(content, locale, id);
  const read: Button = {
    label: wordsFor(locale).replies.followUps[id],
    style: 'secondary',
    customId: actions.askNext.id(owner, { followUp: id }),
  };
  return [text(`### ${title}\n${answer}`), { kind: 'buttons', buttons: [read] }];
}

/** The pages that an answer shows, best first. */
export const pagesOf = ({ verdict, candidates }: Answer): readonly PageId[] =>
  candidates.slice(0, verdict === 'answer' ? 1 : mostShown);

/** To whoever asks what was asked in the channel a moment ago: where the answer is, and the line that fixes `page`. */
export function pointerReply(link: string, reader: Reader, page?: PageId): Reply {
  const { already, copy } = wordsFor(reader.locale).replies.message;
  const lines = [already(link), ...(page ? [fixLine(page, reader)] : []), copy];
  return { tone: 'plain', blocks: [text(lines.join('\n'))] };
}

/** The same, to somebody whose message another person picked. */
export function sameReply(link: string, reader: Reader, page?: PageId): Reply {
  const { same } = wordsFor(reader.locale).replies.message;
  const lines = [same(link), ...(page ? [fixLine(page, reader)] : [])];
  return withRemoval({ tone: 'plain', blocks: [text(lines.join('\n'))] }, reader);
}
