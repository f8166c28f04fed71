import { pageIds } from '../ids.ts';
import { differences, heldThings, type Evidence } from './evidence.ts';

/** What two messages say together. Where they contradict each other, the later one holds. */
export function addEvidence(earlier: Evidence, later: Partial<Evidence>): Evidence {
  const { between = [], held = [], ruledOut = [], suspect = [] } = later;
  const either = <Id extends string>(
    all: readonly Id[],
    a: readonly Id[],
    b: readonly Id[],
  ): Id[] => all.filter((id) => a.includes(id) || b.includes(id));
  const out = either(pageIds, earlier.ruledOut, ruledOut).filter((id) => !suspect.includes(id));
  const size = later.size ?? earlier.size;
  const framework = later.framework ?? earlier.framework;
  return {
    difference: earlier.difference || later.difference === true,
    between: either(differences, earlier.between, between),
    held: either(heldThings, earlier.held, held),
    ruledOut: out,
    suspect: either(pageIds, earlier.suspect, suspect).filter((id) => !out.includes(id)),
    ...(size ? { size } : {}),
    ...(framework ? { framework } : {}),
  };
}

/** True if it says anything that ranks causes. */
export const saysAnything = ({ between, held, ruledOut, size }: Evidence): boolean =>
  between.length + held.length + ruledOut.length > 0 || size !== undefined;
