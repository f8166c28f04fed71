import { pageIds, type PageId } from '../ids.ts';
import {
  differences,
  frameworks,
  heldThings,
  sizes,
  type Evidence,
  type Held,
  type PieceId,
  type RuledOut,
} from './evidence.ts';
import type { Statement } from './wordings.ts';

/** The evidence with one piece taken back, or added. What a thing that is held rules out goes or comes with it. */
export function correctEvidence(
  evidence: Evidence,
  piece: PieceId,
  statements: readonly Statement[],
): Evidence {
  const held = toggle(heldThings, evidence.held, piece);
  const size = chosen(sizes, evidence.size, piece);
  const framework = chosen(frameworks, evidence.framework, piece);
  return {
    difference: evidence.difference,
    between: toggle(differences, evidence.between, piece),
    held,
    ruledOut: ruledOutAfter(evidence, held, statements),
    suspect: evidence.suspect,
    ...(size ? { size } : {}),
    ...(framework ? { framework } : {}),
  };
}

function ruledOutAfter(
  { held: before, ruledOut }: Evidence,
  held: readonly Held[],
  statements: readonly Statement[],
): PageId[] {
  const added = held.filter((thing) => !before.includes(thing));
  const removed = before.filter((thing) => !held.includes(thing));
  const all = (things: readonly Held[], of: typeof alwaysRulesOut) =>
    things.flatMap((thing) => of(thing, statements));
  const stays = (id: PageId) =>
    !all(removed, mayRuleOut).includes(id) || all(held, mayRuleOut).includes(id);
  return pageIds.filter(
    (id) => all(added, alwaysRulesOut).includes(id) || (ruledOut.includes(id) && stays(id)),
  );
}

/** Each cause that is excluded, with what excludes it. */
export const reasonsOf = (
  { ruledOut, held }: Pick<Evidence, 'ruledOut' | 'held'>,
  statements: readonly Statement[],
): RuledOut[] =>
  ruledOut.map((id) => ({
    id,
    why: held.find((thing) => mayRuleOut(thing, statements).includes(id)) ?? 'said',
  }));

/** In some wordings: "all seeds are set" rules out initial weights, "the seed is set" does not. */
const mayRuleOut = (thing: Held, statements: readonly Statement[]): readonly PageId[] =>
  statements.flatMap(({ held, rulesOut }) => (held === thing ? rulesOut : []));

/** In whatever words it is said. */
const alwaysRulesOut = (thing: Held, statements: readonly Statement[]): readonly PageId[] => {
  const ofThing = statements.filter(({ held }) => held === thing);
  return pageIds.filter(
    (id) => ofThing.length > 0 && ofThing.every(({ rulesOut }) => rulesOut.includes(id)),
  );
};

const toggle = <Id extends PieceId>(all: readonly Id[], some: readonly Id[], piece: PieceId) =>
  all.filter((id) => some.includes(id) !== (id === piece));

/** Of these, one at most is true. */
const chosen = <Id extends PieceId>(
  all: readonly Id[],
  now: Id | undefined,
  piece: PieceId,
): Id | undefined => (piece === now ? undefined : (all.find((id) => id === piece) ?? now));
