import type { Evidence, PieceId } from './evidence.ts';

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
