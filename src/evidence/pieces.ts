import type { Evidence, PieceId, Places } from './evidence.ts';

/** All that was read and can be shown, in the order in which it is shown. */
export const piecesOf = ({
  between,
  held,
  size,
  framework,
}: Pick<Evidence, 'between' | 'held' | 'size' | 'framework'>): readonly PieceId[] => [
  ...between,
  ...held,
  ...(size ? [size] : []),
  ...(framework ? [framework] : []),
];

/** What is said in words. What is only concluded from the whole question speaks for causes, and hides none. */
export function onlyStated({
  evidence,
  places,
}: {
  readonly evidence: Evidence;
  readonly places: Places;
}): Evidence {
  const isSaid = (piece: PieceId) => places[piece] !== undefined;
  const { between, held, size, ...others } = evidence;
  return {
    ...others,
    between: between.filter(isSaid),
    held: held.filter(isSaid),
    ...(size && isSaid(size) ? { size } : {}),
  };
}
