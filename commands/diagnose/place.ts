import { isPageId, type PageId } from '../../src/ids.ts';
import { nextStep, type Given } from '../../src/triage/index.ts';
import { actions, type Leaning } from '../parts/actions.ts';
import type { Reader } from '../parts/reader.ts';

/** Where somebody stands. */
export interface Place {
  readonly given: Given;
  /** The causes that fitted their question, best first. */
  readonly preferred: readonly PageId[];
  /** Those of which they say that it is not that. */
  readonly excluded?: readonly PageId[];
}

/** A place as a button says it. */
export function placeAt({
  path: given,
  preferred: leanings,
}: {
  readonly path: Given;
  readonly preferred: readonly Leaning[];
}): Place {
  const excluded = leanings.map((leaning) => leaning.slice(1)).filter(isPageId);
  return { given, preferred: leanings.filter(isPageId), excluded };
}

/** A button has room for three: what is excluded, and as many as still fit of the best. */
export function placeId(
  { given, preferred, excluded = [] }: Place,
  { owner }: Reader,
  action = actions.triage,
): string {
  const out = excluded.slice(0, mostExcluded).map((id): Leaning => `-${id}`);
  return action.id(owner, {
    path: given,
    preferred: [...preferred.slice(0, mostInButton - out.length), ...out],
  });
}

/** The causes that still fit there, best first; all of them where the question said nothing. */
export function pagesAt({ given, preferred, excluded = [] }: Place): readonly PageId[] {
  const step = nextStep(given, preferred, excluded);
  if (step.kind === 'result') return step.ranked;
  const left = preferred.filter((id) => step.possible.includes(id));
  return left.length > 0 ? left : step.possible;
}

const mostInButton = 3;
const mostExcluded = 2;
