import type { Answer } from '../../src/answers/index.ts';
import {
  differences,
  frameworks,
  heldThings,
  pieceIds,
  piecesOf,
  rankByEvidence,
  sizes,
  type Evidence,
  type Held,
  type PieceId,
  type Statement,
} from '../../src/evidence/index.ts';
import { pageIds, type PageId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Block } from '../framework/reply.ts';

/** What was read in a question, what that rules out, and a menu to correct it; `causes`: those the reply shows. */
export function evidenceBlocks(
  { evidence, ruledOut }: Pick<Answer, 'evidence' | 'ruledOut'>,
  causes: readonly PageId[],
  reader: Reader,
): Block[] {
  const read = piecesOf(evidence);
  if (read.length === 0 && ruledOut.length === 0) return [];
  const { evidence: say } = wordsFor(reader.locale);
  const named = read.map((piece) => `*${say.pieces[piece]}*`);
  const lines = ruledOut.slice(0, mostStruckOut).map((each) => struckOut(each, reader));
  return [
    text([...(named.length > 0 ? [say.youWrite(named)] : []), ...lines].join('\n')),
    correction(evidence, causes, reader),
  ];
}

const mostStruckOut = 3;

/** A menu of all there is to say: what was read can be taken back, what was not can be added. */
export function correction(evidence: Evidence, causes: readonly PageId[], reader: Reader): Block {
  const { evidence: say } = wordsFor(reader.locale);
  const read = piecesOf(evidence);
  const others = pieceIds.filter((piece) => !read.includes(piece));
  return {
    kind: 'select',
    customId: actions.correct.id(reader.owner, { evidence, causes }),
    placeholder: say.correct,
    choices: [
      ...read.map((value) => ({ label: say.notSo(say.pieces[value]), value })),
      ...others.map((value) => ({ label: say.also(say.pieces[value]), value })),
    ],
  };
}

function struckOut({ id, why }: Pick<Answer['ruledOut'][number], 'id' | 'why'>, reader: Reader) {
  const { evidence: say, replies } = wordsFor(reader.locale);
  const said = why === 'said' ? undefined : say.pieces[why];
  const { check } = statementOn(id, why, reader.content.ruledOut) ?? {};
  return say.struckOut(replies.causes[id], said, check);
}

/** What in the table rules this cause out. */
const statementOn = (
  id: PageId,
  why: Held | 'said',
  statements: readonly Statement[],
): Statement | undefined => {
  const fitting = statements.filter(({ rulesOut }) => rulesOut.includes(id));
  return fitting.find(({ held }) => held === why) ?? fitting[0];
};

/** Which of the excluded causes are excluded by what. */
export const reasonsOf = (
  { ruledOut, held }: Evidence,
  statements: readonly Statement[],
): Answer['ruledOut'] =>
  ruledOut.map((id) => ({
    id,
    why: held.find((thing) => heldRulesOut(thing, statements).includes(id)) ?? 'said',
  }));

const heldRulesOut = (thing: Held, statements: readonly Statement[]): readonly PageId[] =>
  statements.flatMap(({ held, rulesOut }) => (held === thing ? rulesOut : []));

/** The evidence with one piece taken back, or added; what rests on it goes or comes with it. */
export function correctEvidence(
  evidence: Evidence,
  piece: PieceId,
  statements: readonly Statement[],
): Evidence {
  const between = toggle(differences, evidence.between, piece);
  const held = toggle(heldThings, evidence.held, piece);
  const byHeld = (things: readonly Held[]) =>
    things.flatMap((thing) => heldRulesOut(thing, statements));
  const before = byHeld(evidence.held);
  const after = byHeld(held);
  const isOut = (id: PageId) =>
    after.includes(id) || (evidence.ruledOut.includes(id) && !before.includes(id));
  const { difference, suspect } = evidence;
  const size = chosen(sizes, evidence.size, piece);
  const framework = chosen(frameworks, evidence.framework, piece);
  return {
    difference,
    between,
    held,
    ruledOut: pageIds.filter(isOut),
    suspect,
    ...(size ? { size } : {}),
    ...(framework ? { framework } : {}),
  };
}

const toggle = <Id extends PieceId>(all: readonly Id[], some: readonly Id[], piece: PieceId) =>
  all.filter((id) => some.includes(id) !== (id === piece));

/** Of these, one at most is true. */
const chosen = <Id extends PieceId>(
  all: readonly Id[],
  now: Id | undefined,
  piece: PieceId,
): Id | undefined => (piece === now ? undefined : (all.find((id) => id === piece) ?? now));

/**
 * The causes anew, best first. All that is left of the question is which causes fitted it, so these count for more than
 * others, by their place, and what is no longer excluded counts like the second.
 */
export function rankAnew(
  evidence: Evidence,
  causes: readonly PageId[],
  before: Evidence,
): PageId[] {
  const weigh = (id: PageId): number => {
    const place = causes.indexOf(id);
    if (place >= 0) return byPlace[place] ?? elsewhere;
    return before.ruledOut.includes(id) ? freed : elsewhere;
  };
  const prior = pageIds.map((id) => ({ id, probability: weigh(id) }));
  return rankByEvidence(evidence, prior).map(({ id }) => id);
}

const byPlace = [4, 2, 1.5];
const freed = 2;
const elsewhere = 0.5;
