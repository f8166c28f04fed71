export { readEvidence, writeEvidence } from './code.ts';
export {
  differences,
  frameworks,
  heldThings,
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
