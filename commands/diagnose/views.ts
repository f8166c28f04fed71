import type { PageId } from '../../src/ids.ts';
import { mostQuestions, nextStep, type Step } from '../../src/triage/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { buttonRow, removeButtons } from '../parts/controls.ts';
import type { Reader } from '../parts/reader.ts';
import { quote, text, type Block, type Button, type Reply } from '../framework/reply.ts';
import { placeId, type Place } from './place.ts';
import { resultBlocks } from './result.ts';
import { answersSoFar, backButtons, names } from './so-far.ts';

/**
 * The next question, or what the answers lead to. `asked`: the question it all began with; `action`: what the way back from a
 * result does.
 */
export function triageReply(
  place: Place,
  reader: Reader,
  asked?: string,
  action = actions.triage,
): Reply {
  const step = nextStep(place.given, place.preferred, place.excluded);
  return {
    tone: step.kind === 'result' ? 'answer' : 'unsure',
    blocks: [
      ...(asked === undefined ? [] : [quote(asked)]),
      ...(step.kind === 'result'
        ? resultBlocks(step, place, reader, action)
        : questionBlocks(step, place, reader)),
    ],
  };
}

type Question = Extract<Step, { kind: 'question' }>;

function questionBlocks(step: Question, place: Place, reader: Reader): Block[] {
  const { triage } = wordsFor(reader.locale).replies;
  const { ask, how } = triage.questions[step.question.id];
  return [
    text(triage.heading(step.number, mostQuestions)),
    text(
      [...answersSoFar(place, reader), triage.possible(names(step.possible, reader))].join('\n'),
    ),
    text(`${ask}\n-# ${how}`),
    { kind: 'buttons', buttons: answerButtons(step, place, reader) },
    ...buttonRow([...backButtons(place, reader), ...removeButtons(reader)]),
  ];
}

/** The next question alone, to stand below an answer that isn't sure: to answer it narrows the answer. */
export function nextQuestion(place: Place, reader: Reader): Block[] {
  const step = nextStep(place.given, place.preferred, place.excluded);
  if (step.kind !== 'question') return [];
  const { ask } = wordsFor(reader.locale).replies.triage.questions[step.question.id];
  const buttons = answerButtons(step, place, reader, actions.narrow);
  return [
    text([...answersSoFar(place, reader), ask].join('\n')),
    { kind: 'buttons', buttons },
    ...buttonRow(backButtons(place, reader, actions.narrow)),
  ];
}

function answerButtons(
  { question }: Question,
  place: Place,
  reader: Reader,
  action = actions.triage,
): Button[] {
  const { triage } = wordsFor(reader.locale).replies;
  const labels: Readonly<Record<string, string>> = triage.questions[question.id].answers;
  const answer = (value: string, label: string): Button => ({
    label,
    style: 'secondary',
    customId: placeId(
      { ...place, given: { ...place.given, [question.id]: value } },
      reader,
      action,
    ),
  });
  return [
    ...Object.entries(labels).map(([value, label]) => answer(value, label)),
    answer('unknown', triage.dontKnow),
  ];
}

/** The way into the triage; `preferred`: the causes that fit already, best first. */
export const startButton = (
  preferred: readonly PageId[],
  reader: Reader,
  excluded: readonly PageId[] = [],
): Button => ({
  label: wordsFor(reader.locale).replies.triage.start,
  style: 'secondary',
  customId: placeId({ given: {}, preferred, excluded }, reader),
});
