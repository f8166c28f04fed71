/** Numbers of [0, 1), the same for the same seed: Mulberry32, which is good enough for guesses. */
export function drawsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Each of `people` picks one of `choices`. Some choices are liked more than others; which, nobody knows beforehand. */
export function guess(people: number, choices: number, draw: () => number): number[] {
  const likings = Array.from({ length: choices }, () => 0.2 + draw());
  const all = likings.reduce((sum, liking) => sum + liking, 0);
  return Array.from({ length: people }, () => {
    let left = draw() * all;
    const picked = likings.findIndex((liking) => (left -= liking) < 0);
    return picked < 0 ? choices - 1 : picked;
  });
}

/** How likely somebody is to let the others convince them. */
const convinced = 0.4;

/** Asked again, some go over to what most had chosen, be it right or wrong; the others stay. */
export function guessAgain(before: readonly number[], draw: () => number): number[] {
  const timesChosen = (choice: number) => before.filter((each) => each === choice).length;
  const favourite = [...new Set(before)].reduce((best, choice) =>
    timesChosen(choice) > timesChosen(best) ? choice : best,
  );
  return before.map((choice) => (draw() < convinced ? favourite : choice));
}
