import { questions, unknownCode, type Given, type QuestionId } from './questions.ts';
import { nextStep } from './triage.ts';

/** The answers as text for a `custom_id`: two characters each, `wspo` for "same weights, one process". */
export const writePath = (given: Given): string =>
  questionsOf(given)
    .map((id) => code(id, given[id] ?? 'unknown'))
    .join('');

/** Undefined for a path that our questions don't lead along. */
export function readPath(text: string): Given | undefined {
  if (text.length % 2 !== 0) return undefined;
  let given: Given = {};
  for (let at = 0; at < text.length; at += 2) {
    const step = nextStep(given);
    if (step.kind !== 'question') return undefined;
    const { id, answers } = step.question;
    const answer = [...Object.keys(answers), 'unknown'].find(
      (one) => code(id, one) === text.slice(at, at + 2),
    );
    if (answer === undefined) return undefined;
    given = { ...given, [id]: answer };
  }
  return given;
}

/** Without the last answer. */
export function stepBack(given: Given): Given {
  const kept = questionsOf(given).slice(0, -1);
  return Object.fromEntries(kept.map((id) => [id, given[id]]));
}

// A record's keys keep the order in which they were answered.
export const questionsOf = (given: Given) => Object.keys(given) as QuestionId[];

function code(id: QuestionId, answer: string): string {
  const question = questions.find((one) => one.id === id);
  const answers: Readonly<Record<string, string>> = question?.answers ?? {};
  return `${question?.code ?? ''}${answers[answer] ?? unknownCode}`;
}
