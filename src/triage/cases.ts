import { caseIds, type CaseId, type PageId } from '../ids.ts';
import type { Given, QuestionId } from './questions.ts';
import { likelihoods } from './suspects.ts';

/** What one answers in each case. */
const answersIn: Readonly<Record<CaseId, readonly Given[]>> = {
  'same-weights': [{ weights: 'same', where: 'one-process' }],
  reloaded: [{ weights: 'same', where: 'reloaded' }],
  retrained: [{ weights: 'trained', changed: 'nothing' }],
  'changed-settings': [
    { weights: 'trained', changed: 'setting' },
    { weights: 'trained', changed: 'data' },
  ],
};

/** The causes that are left in each case that is still possible, and how likely each is there: 1 to 3, as in suspects.ts. */
export function casesLeft(given: Given): ReadonlyMap<CaseId, ReadonlyMap<PageId, number>> {
  const left = caseIds.map((id) => [id, causesIn(id, given)] as const);
  return new Map(left.filter(([, causes]) => causes.size > 0));
}

function causesIn(id: CaseId, given: Given): ReadonlyMap<PageId, number> {
  const causes = new Map<PageId, number>();
  for (const answers of answersIn[id].filter((one) => agree(one, given)))
    for (const [cause, likely] of likelihoods({ ...given, ...answers }))
      causes.set(cause, Math.max(likely, causes.get(cause) ?? 0));
  return causes;
}

const agree = (answers: Given, given: Given): boolean =>
  (Object.keys(answers) as QuestionId[]).every((id) =>
    [undefined, 'unknown', answers[id]].includes(given[id]),
  );
