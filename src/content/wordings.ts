import type { z } from 'zod';
import type { Statement, Wordings } from '../evidence/index.ts';
import type { evidence, statements } from './schema.ts';

/** `evidence.yaml` in the names of the code. */
export function toWordings({
  'same-value': sameValue,
  'not-stated': { asked, undone, 'asked-after': askedAfter },
  ...others
}: z.infer<typeof evidence>): Wordings {
  return { ...others, sameValue, notStated: { asked, undone, askedAfter } };
}

/** `ruled-out.yaml` in the names of the code. */
export const toStatements = (groups: z.infer<typeof statements>): Statement[] =>
  Object.entries(groups).map(([id, { 'rules-out': rulesOut, wordings, ...others }]) => ({
    ...others,
    id,
    rulesOut,
    patterns: wordings,
  }));
