import type { Answer } from '../../src/answers/index.ts';
import { pieceIds, piecesOf, type Held, type Statement } from '../../src/evidence/index.ts';
import type { PageId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Block } from '../framework/reply.ts';

type Read = Pick<Answer, 'evidence' | 'ruledOut' | 'believed'>;

/** What was read in a question, what that rules out, and a menu to correct it. */
export function evidenceBlocks(answer: Read, reader: Reader): Block[] {
  const { evidence, ruledOut } = answer;
  const read = piecesOf(evidence);
  if (read.length === 0 && ruledOut.length === 0) return [];
  const { evidence: say } = wordsFor(reader.locale);
  const named = read.map((piece) => `*${say.pieces[piece]}*`);
  const lines = ruledOut.slice(0, mostStruckOut).map((each) => struckOut(each, reader));
  return [
    text([...(named.length > 0 ? [say.youWrite(named)] : []), ...lines].join('\n')),
    correction(answer, reader),
  ];
}

const mostStruckOut = 3;

/** A menu of all there is to say: what was read can be taken back, what was not can be added. */
export function correction({ evidence, believed }: Read, reader: Reader): Block {
  const { evidence: say } = wordsFor(reader.locale);
  const read = piecesOf(evidence);
  const others = pieceIds.filter((piece) => !read.includes(piece));
  return {
    kind: 'select',
    customId: actions.correct.id(reader.owner, { evidence, believed }),
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
  const { check = {} } = statementOn(id, why, reader.content.ruledOut) ?? {};
  // Who doesn't say which framework it is most often uses PyTorch.
  return say.struckOut(replies.causes[id], said, check[reader.framework ?? 'pytorch']);
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
