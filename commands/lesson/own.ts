import { letterOf } from '../../src/charts/index.ts';
import {
  recordOf,
  rightAnswerOf,
  voterKey,
  type PredictStep,
  type Session,
} from '../../src/lessons/index.ts';
import { amount, wordsFor } from '../../src/words/index.ts';
import type { OwnedPress } from '../framework/context.ts';
import { plain, type Reply } from '../framework/reply.ts';

/** What the presser chose, whether that was right, and why: in their own language. */
export function wasIRight(
  session: Session,
  at: number,
  step: PredictStep,
  { userId, locale }: OwnedPress,
): Reply {
  const say = wordsFor(locale).replies.lessons;
  const voter = voterKey(userId, session.salt);
  const [first, second] = recordOf(session, at).votes;
  const chosen = second[voter] ?? first[voter];
  const right = rightAnswerOf(step);
  const letter = letterOf(right);
  if (chosen === undefined) return plain(say.noVote(letter, step.answers[right]?.feedback ?? ''));
  const feedback = step.answers[chosen]?.feedback ?? '';
  return plain(
    chosen === right ? say.right(letter, feedback) : say.wrong(letterOf(chosen), letter, feedback),
  );
}

/** Where the presser's run is among all of them. */
export function whereAmI(session: Session, at: number, { userId, locale }: OwnedPress): Reply {
  const say = wordsFor(locale).replies.lessons;
  const { votes, shown } = recordOf(session, at);
  const run = votes[0][voterKey(userId, session.salt)];
  const { values = [], timeStep = 0 } = shown?.outputs ?? {};
  const own = run === undefined ? undefined : values[run];
  if (own === undefined) return plain(say.notTrained);
  const lower = values.filter((value) => value < own).length;
  return plain(say.yours(amount(own), lower, values.length - 1, timeStep));
}
