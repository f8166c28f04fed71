import seedrandom from 'seedrandom';

/** Numbers from -1 to 1, the same ones every time. */
export const createDraws = (): (() => number) => {
  const random = seedrandom('snippets');
  return () => 2 * random() - 1;
};
