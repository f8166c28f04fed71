import type { Content } from '../content/index.ts';
import { evidenceReader, type Reading } from '../evidence/index.ts';
import { fold } from './fold.ts';
import { piecesOf, type Pieces } from './pieces.ts';

/** A question as it was read: its pieces for the models, and what it says. */
export interface Read {
  readonly pieces: Pieces;
  readonly reading: Reading;
}

export function reader({
  evidence,
  ruledOut,
}: Pick<Content, 'evidence' | 'ruledOut'>): (question: string) => Read {
  const readEvidence = evidenceReader(evidence, ruledOut, fold);
  return (question) => {
    const reading = readEvidence(question);
    return { pieces: piecesOf(fold(question), signsOf(reading)), reading };
  };
}

/** What was read as names, so that the models learn how far to trust each. */
function signsOf({ evidence, symptoms, sameValue, fork }: Reading): string[] {
  const { difference, between, held, ruledOut, size } = evidence;
  return [
    ...between,
    ...held,
    ...ruledOut.map((id) => `not ${id}`),
    ...symptoms.map((id) => `symptom ${id}`),
    ...(size ? [size] : []),
    ...(difference ? ['difference'] : []),
    ...(sameValue ? ['same value'] : []),
    ...(fork ? ['fork'] : []),
  ];
}
