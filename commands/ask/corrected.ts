import { reconsider, type Believed } from '../../src/answers/index.ts';
import { correctEvidence, isPieceId, type Evidence } from '../../src/evidence/index.ts';
import type { OwnedPress } from '../framework/context.ts';
import { refuse } from '../framework/press.ts';
import type { Services } from '../framework/services.ts';
import { sameReader } from '../parts/reader.ts';
import { answerReply } from './views.ts';

interface Read {
  readonly evidence: Evidence;
  readonly believed: Believed;
}

/** Makes the answer anew after something that was read is taken back, or added. */
export async function correct(
  { evidence, believed }: Read,
  press: OwnedPress,
  services: Services,
): Promise<void> {
  const [piece = ''] = press.chosen;
  if (!isPieceId(piece)) return refuse(press, (problems) => problems.oldButton);
  const { content, frameworks } = services;
  const corrected = correctEvidence(evidence, piece, content.ruledOut);
  if (corrected.framework) frameworks.note(press.ownerId, corrected.framework);
  const answer = reconsider(content, believed, corrected);
  const isQuoted = press.quote !== undefined;
  return press.update(
    answerReply({ ...answer, question: press.quote ?? '' }, sameReader(press, services), {
      quote: isQuoted,
      corrected: true,
    }),
  );
}
