import type { LessonId } from '../ids.ts';
import type { Locale } from '../words/index.ts';

/** After so long without a sign of the teacher the lesson ends, and so long after its end it is forgotten. */
export const hoursWithoutTeacher = 2;
export const hoursKept = 24;

/** A lesson under way in a channel, or one that has ended. Plain data; it names nobody. */
export interface Session {
  /** Discord's id of the command that started it. */
  readonly id: string;
  readonly lesson: LessonId;
  /** The language in which the class reads it. */
  readonly locale: Locale;
  readonly serverId: string;
  readonly channelId: string;
  /** Goes into the keys of its voters: see `voterKey`. */
  readonly salt: string;
  /** `open`: people answer; `revealed`: the result is seen. */
  readonly phase: 'open' | 'revealed' | 'ended';
  /** The present step, counted from 0. */
  readonly at: number;
  /** The present vote of that step. */
  readonly round: Round;
  /** What became of every step so far; the last one is the present one. */
  readonly records: readonly StepRecord[];
  /** The message with the question that is open; undefined before it is posted. */
  readonly messageId?: string | undefined;
  /** When the teacher last did something, in milliseconds since 1970. */
  readonly seenAt: number;
  readonly ended?: { readonly at: number; readonly why: Ending };
}

/** The first vote, and the second one after the discussion. */
export type Round = 0 | 1;

export type Ending = 'finished' | 'teacher-absent' | 'message-gone';

export interface StepRecord {
  /** Of the first and the second vote. */
  readonly votes: readonly [first: Votes, second: Votes];
  /** What the class saw; undefined before that, and of a step that was skipped. */
  readonly shown?: Shown;
}

/**
 * By the key of the voter: the number of the answer, from 0; where everybody trains, the number of the run, from 0.
 */
export type Votes = Readonly<Record<string, number>>;

export interface Shown {
  /** The code that gives the same result again. */
  readonly replay: string;
  /** In the language of the lesson. */
  readonly title: string;
  readonly finding: string;
  /** Where everybody trained: what each run gives at one time step. */
  readonly outputs?: { readonly timeStep: number; readonly values: readonly number[] };
}

export type LessonEvent =
  /** The question of the present step, or its second vote, stands in this message. */
  | { readonly kind: 'asked'; readonly messageId: string }
  | { readonly kind: 'voted'; readonly voter: string; readonly answer: number }
  /** Where everybody trains: the voter gets the next run, and keeps it however often they press. */
  | { readonly kind: 'trained'; readonly voter: string; readonly mostRuns: number }
  | { readonly kind: 'revealed'; readonly shown: Shown; readonly at: number }
  | { readonly kind: 'voting-again'; readonly at: number }
  /** To the next step, whether this one was revealed or is skipped. */
  | { readonly kind: 'moved-on'; readonly at: number }
  | { readonly kind: 'ended'; readonly why: Ending; readonly at: number }
  /** Somebody wants their votes deleted. */
  | { readonly kind: 'forgot'; readonly voter: string };

const emptyRecord: StepRecord = { votes: [{}, {}] };

/** A lesson at its first step. */
export const begin = (
  of: Pick<Session, 'id' | 'lesson' | 'locale' | 'serverId' | 'channelId' | 'salt'>,
  at: number,
): Session => ({ ...of, phase: 'open', at: 0, round: 0, records: [emptyRecord], seenAt: at });

/** The lesson after this event; the very same object where the event can't happen now. */
export function after(session: Session, event: LessonEvent): Session {
  if (event.kind === 'forgot') return forget(session, event.voter);
  const { phase, round } = session;
  if (phase === 'ended') return session;
  switch (event.kind) {
    case 'asked':
      return { ...session, messageId: event.messageId };
    case 'voted':
      return phase === 'open' ? withVote(session, event.voter, event.answer) : session;
    case 'trained': {
      const taken = votesOf(session);
      if (phase !== 'open' || taken[event.voter] !== undefined) return session;
      const people = countsOf(taken, event.mostRuns);
      // The first that is nobody's, also where somebody has had theirs deleted; shared only when all are taken.
      return withVote(session, event.voter, people.indexOf(Math.min(...people)));
    }
    case 'revealed':
      if (phase !== 'open') return session;
      return {
        ...withRecord(session, { shown: event.shown }),
        phase: 'revealed',
        seenAt: event.at,
      };
    case 'voting-again':
      if (phase !== 'revealed' || round === 1) return session;
      return { ...session, phase: 'open', round: 1, messageId: undefined, seenAt: event.at };
    case 'moved-on':
      return {
        ...session,
        phase: 'open',
        at: session.at + 1,
        round: 0,
        records: [...session.records, emptyRecord],
        messageId: undefined,
        seenAt: event.at,
      };
    case 'ended':
      return { ...session, phase: 'ended', ended: { at: event.at, why: event.why } };
  }
}

export const recordOf = ({ records, at }: Session, step = at): StepRecord =>
  records[step] ?? emptyRecord;

/** Of the vote that is open, or was the last one. */
export const votesOf = (session: Session): Votes => recordOf(session).votes[session.round];

/** How often each of so many answers was chosen. */
export function countsOf(votes: Votes, answers: number): number[] {
  const counts = Array.from({ length: answers }, () => 0);
  for (const answer of Object.values(votes)) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

/** How many chose the right answer, and of how many. */
export const rightIn = (votes: Votes, rightAnswer: number) => {
  const chosen = Object.values(votes);
  return { right: chosen.filter((one) => one === rightAnswer).length, all: chosen.length };
};

/** Everybody who voted in any step. */
export const votersOf = ({ records }: Session): number =>
  new Set(records.flatMap(({ votes }) => votes.flatMap((of) => Object.keys(of)))).size;

const withVote = (session: Session, voter: string, answer: number): Session => {
  const [first, second] = recordOf(session).votes;
  return withRecord(session, {
    votes:
      session.round === 0
        ? [{ ...first, [voter]: answer }, second]
        : [first, { ...second, [voter]: answer }],
  });
};

const withRecord = (session: Session, change: Partial<StepRecord>): Session => ({
  ...session,
  records: session.records.with(session.at, { ...recordOf(session), ...change }),
});

function forget(session: Session, voter: string): Session {
  const isTheirs = ({ votes }: StepRecord) => votes.some((of) => of[voter] !== undefined);
  if (!session.records.some(isTheirs)) return session;
  const without = ({ [voter]: _theirs, ...others }: Votes): Votes => others;
  const records = session.records.map((record): StepRecord => {
    const [first, second] = record.votes;
    return { ...record, votes: [without(first), without(second)] };
  });
  return { ...session, records };
}
