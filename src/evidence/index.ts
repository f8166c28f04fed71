export { addEvidence, saysAnything } from './add.ts';
export { readEvidence, writeEvidence } from './code.ts';
export {
  differences,
  frameworkNames,
  frameworks,
  heldThings,
  isFramework,
  isPieceId,
  nothingRead,
  pieceIds,
  sizes,
  type Between,
  type Evidence,
  type Framework,
  type Held,
  type PieceId,
  type Place,
  type Places,
  type RankedCause,
  type RuledOut,
  type Size,
} from './evidence.ts';
export { piecesOf } from './pieces.ts';
export { rankByEvidence } from './rank.ts';
export { evidenceReader, type Reading } from './read.ts';
export type { Statement, Wordings } from './wordings.ts';
