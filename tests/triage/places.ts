import { nextStep, type Given } from '../../src/triage/index.ts';

/** Every place in the triage: after every answer, "I don't know" included, to every question that comes. */
export function allPlaces(given: Given = {}): Given[] {
  const step = nextStep(given);
  if (step.kind === 'result') return [given];
  const { id, answers } = step.question;
  return [
    given,
    ...[...Object.keys(answers), 'unknown'].flatMap((answer) =>
      allPlaces({ ...given, [id]: answer }),
    ),
  ];
}
