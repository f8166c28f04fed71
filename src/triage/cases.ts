import { caseIds, type CaseId, type PageId } from '../ids.ts';
import type { Given, QuestionId } from './questions.ts';
import { remaining } from './suspects.ts';

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

/** The causes that are left in each case that is still possible. */
export function casesLeft(given: Given): ReadonlyMap<CaseId, ReadonlySet<PageId>> {
  const left = caseIds.map((id) => [id, causesIn(id, given)] as const);
  return new Map(left.filter(([, causes]) => causes.size > 0));
}

const causesIn = (id: CaseId, given: Given): Set<PageId> =>
  new Set(
    answersIn[id]
      .filter((answers) => agree(answers, given))
      .flatMap((answers) => remaining({ ...given, ...answers })),
  );

const agree = (answers: Given, given: Given): boolean =>
  (Object.keys(answers) as QuestionId[]).every((id) =>
    [undefined, 'unknown', answers[id]].includes(given[id]),
  );
