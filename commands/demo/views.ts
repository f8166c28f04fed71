import { checkParameters, type DemoParameters } from '../../src/demos/index.ts';
import type { DemoOutcome, Progress } from '../../src/jobs/index.ts';
import { wordsFor, type Locale } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { nameOf } from '../parts/causes.ts';
import { buttonRow, removeButtons } from '../parts/controls.ts';
import type { Visibility } from '../framework/context.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Button, type Reply } from '../framework/reply.ts';
import type { DemoRequest } from './request.ts';
import { details, resultReply } from './result.ts';

/** A run under way. */
interface Work {
  readonly parameters: DemoParameters;
  readonly job: string;
  readonly reader: Reader;
}

/** `place` 1 is next; 0 means that it runs. `seconds`: the wait, if it is known. */
export function waitingReply(work: Work, place: number, seconds?: number): Reply {
  const { demo } = wordsFor(work.reader.locale).replies;
  const cause = nameOf(work.parameters.cause, work.reader.locale);
  return underWay(work, place > 0 ? demo.waiting(cause, place, seconds) : demo.starting(cause));
}

/** The machine that ran it is gone: another begins it again. */
export function movedReply(work: Work): Reply {
  const { demo } = wordsFor(work.reader.locale).replies;
  return underWay(work, demo.moved(nameOf(work.parameters.cause, work.reader.locale)));
}

export function workingReply(work: Work, { done, total }: Progress): Reply {
  const { demo } = wordsFor(work.reader.locale).replies;
  const cause = nameOf(work.parameters.cause, work.reader.locale);
  return underWay(work, demo.working(cause, bar(done / total), done, total));
}

const barLength = 12;

export function bar(share: number): string {
  const full = Math.round(Math.min(Math.max(share, 0), 1) * barLength);
  return '▰'.repeat(full) + '▱'.repeat(barLength - full);
}

function underWay({ parameters, job, reader }: Work, state: string): Reply {
  const { demo } = wordsFor(reader.locale).replies;
  const cancel: Button = {
    label: demo.cancel,
    style: 'secondary',
    customId: actions.cancel.id(reader.owner, { job }),
  };
  return {
    tone: 'plain',
    blocks: [
      text(`${state}\n${details(parameters, reader)}`),
      { kind: 'buttons', buttons: [cancel] },
    ],
  };
}

export function outcomeReply(
  outcome: DemoOutcome,
  request: DemoRequest & Partial<Visibility>,
  reader: Reader,
): Reply {
  if (outcome.kind === 'done') return resultReply(outcome.result, request, reader);
  const sentence = sayUnfinished(outcome, reader.locale);
  return outcome.kind === 'too-long'
    ? withFewerRuns(sentence, outcome.runs, request, reader)
    : unfinished(sentence, request, reader);
}

/** The one place where the end of a run without a result is put into words. */
export function sayUnfinished(
  outcome: Exclude<DemoOutcome, { readonly kind: 'done' }>,
  locale: Locale,
): string {
  const { outcomes } = wordsFor(locale).replies;
  switch (outcome.kind) {
    case 'cancelled':
      return outcomes.cancelled;
    case 'timed-out':
      return outcomes.timedOut(outcome.seconds);
    case 'busy':
      return outcomes.busy[outcome.scope](outcome.waiting);
    case 'too-long':
      return outcomes.tooLong(outcome.seconds, outcome.mostSeconds, outcome.runs);
    case 'unavailable':
      return outcomes.unavailable(outcome.seconds);
    case 'unreachable':
      return outcomes.unreachable;
    case 'closed':
      return outcomes.closed;
    case 'crashed':
      return outcomes.crashed;
  }
}

/** More runs than the server lets its members have. */
export function tooManyRunsReply(
  most: number,
  request: DemoRequest & Partial<Visibility>,
  reader: Reader,
): Reply {
  const { outcomes } = wordsFor(reader.locale).replies;
  const { ok } = checkParameters({ ...request.parameters, runs: most });
  return withFewerRuns(outcomes.tooManyRuns(most), ok ? most : undefined, request, reader);
}

/** A refusal with a button for as many runs as there may be, if the demo can have so few. */
function withFewerRuns(
  sentence: string,
  runs: number | undefined,
  request: DemoRequest & Partial<Visibility>,
  reader: Reader,
): Reply {
  const { demo } = wordsFor(reader.locale).replies;
  const { parameters } = request;
  const action = againAction(request);
  const withFewer = (fewer: number): Button => ({
    label: demo.withFewer(fewer),
    style: 'primary',
    customId: action.id(reader.owner, { parameters: { ...parameters, runs: fewer } }),
  });
  return {
    tone: 'problem',
    blocks: [
      text(`${sentence}\n${details(parameters, reader)}`),
      ...buttonRow(runs === undefined ? [] : [withFewer(runs)]),
    ],
  };
}

/** In small print above it. */
export const withNote = (note: string, reply: Reply): Reply => ({
  ...reply,
  blocks: [text(`-# ${note}`), ...reply.blocks],
});

/** A refusal is always private, even if the demo would be public. */
function againAction({ watch, private: isPrivate }: DemoRequest & Partial<Visibility>) {
  if (watch) return actions.watch;
  return isPrivate === false ? actions.rerunForAll : actions.rerun;
}

function unfinished(
  sentence: string,
  request: DemoRequest & Partial<Visibility>,
  reader: Reader,
): Reply {
  const { demo } = wordsFor(reader.locale).replies;
  const { parameters } = request;
  const again = againAction(request);
  const buttons: Button[] = [
    {
      label: demo.rerun,
      style: 'primary',
      customId: again.id(reader.owner, { parameters }),
    },
    ...removeButtons(reader),
  ];
  return {
    tone: 'problem',
    blocks: [text(`${sentence}\n${details(parameters, reader)}`), { kind: 'buttons', buttons }],
  };
}
