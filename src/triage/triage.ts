import type { PageId } from '../ids.ts';
import { decidingCheck, findCheck, type Check } from './checks.ts';
import {
  mostQuestions,
  questions,
  type Given,
  type Question,
  type QuestionId,
} from './questions.ts';
import { remaining } from './suspects.ts';

/** What comes after the answers given so far. */
export type Step =
  | {
      readonly kind: 'question';
      readonly question: Question;
      /** 1 to 4. */
      readonly number: number;
      readonly possible: readonly PageId[];
    }
  | {
      readonly kind: 'result';
      /** What can explain the answers, the likeliest first; never empty. */
      readonly ranked: readonly PageId[];
      readonly check: Check;
    };

/**
 * `preferred`: the causes that fitted a question in words, best first. They order, they never remove. `excluded`: causes that
 * somebody says it is not; they come back only where nothing else is left. The questions are the same with and without both.
 */
export function nextStep(
  given: Given,
  preferred: readonly PageId[] = [],
  excluded: readonly PageId[] = [],
): Step {
  const all = remaining(given, preferred);
  const others = all.filter((id) => !excluded.includes(id));
  const possible = others.length > 0 ? others : all;
  const asked = Object.keys(given).length;
  const question =
    asked < mostQuestions ? questions.find((one) => isUseful(one, given)) : undefined;
  return question
    ? { kind: 'question', question, number: asked + 1, possible }
    : {
        kind: 'result',
        ranked: possible,
        check: checkFor(possible, all, given),
      };
}

/** Where no check decides between those that are left, one that tells them from what is excluded does. */
function checkFor(possible: readonly PageId[], all: readonly PageId[], given: Given): Check {
  const isOpen = isWeightsOpen(given);
  const excluded = all.filter((id) => !possible.includes(id));
  return (
    findCheck(possible, given, isOpen) ?? decidingCheck([...possible, ...excluded], given, isOpen)
  );
}

/** True if some of the causes that are left act on trained weights only, and some in training only. */
function isWeightsOpen(given: Given): boolean {
  if (given.weights === 'same' || given.weights === 'trained') return false;
  const onSame = remaining({ ...given, weights: 'same' });
  const inTraining = remaining({ ...given, weights: 'trained' });
  return (
    onSame.some((id) => !inTraining.includes(id)) && inTraining.some((id) => !onSame.includes(id))
  );
}

/** Not asked yet, fits what was answered, and at least one answer would remove a cause, yet not all. */
function isUseful(question: Question, given: Given): boolean {
  if (given[question.id] !== undefined || !applies(question, given)) return false;
  const now = remaining(given).length;
  return Object.keys(question.answers)
    .map((answer) => remaining({ ...given, [question.id]: answer }).length)
    .some((left) => left > 0 && left < now);
}

function applies({ only = {} }: Question, given: Given): boolean {
  return (Object.keys(only) as QuestionId[]).every((other) => {
    const wanted: readonly string[] = only[other] ?? [];
    return wanted.includes(given[other] ?? 'unknown');
  });
}
