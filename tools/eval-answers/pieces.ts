import { pieceIds, piecesOf, type PieceId } from '../../src/evidence/index.ts';
import type { Answered } from './measure.ts';
import { shareOf, type Share } from './statistics.ts';

/** How well one piece of evidence is read in questions that are ours and of which an expert told the evidence. */
export interface PieceFigures {
  readonly piece: PieceId;
  /** Of the questions of which it is shown, those that say it. */
  readonly precision: Share;
  /** Of the questions that say it, those of which it is shown. */
  readonly recall: Share;
}

export function measurePieces(answered: readonly Answered[]): PieceFigures[] {
  const told = answered.filter(({ question }) => question.told && question.causes.length > 0);
  return pieceIds.map((piece) => {
    const says = ({ question }: Answered) =>
      question.told !== undefined && piecesOf(question.told).includes(piece);
    const shows = ({ answer }: Answered) => piecesOf(answer.evidence).includes(piece);
    return {
      piece,
      precision: shareOf(told.filter(shows), says),
      recall: shareOf(told.filter(says), shows),
    };
  });
}
