export { addEvidence, saysAnything } from './add.ts';
export { codedPages, readEvidence, readPages, writeEvidence, writePages } from './code.ts';
export { correctEvidence, reasonsOf } from './correct.ts';
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
export { onlyStated, piecesOf } from './pieces.ts';
export { impossibleBy, rankByEvidence } from './rank.ts';
export { evidenceReader, type Reading } from './read.ts';
export type { Statement, Wordings } from './wordings.ts';
