import seedrandom from 'seedrandom';

/**
 * The numbers that seedrandom's `double()` gives for a seed, to the last bit, in less than half the time: V8 keeps this state in
 * a typed array, and translates one method for all streams where it can't see through the closures that seedrandom makes for
 * each. The seed is still spread by seedrandom; this goes on from the state that it leaves.
 */
export class Arc4 {
  readonly #state: Uint8Array;
  #i: number;
  #j: number;

  constructor(seed: string) {
    const { S, i, j } = seedrandom(seed, { state: true }).state();
    this.#state = Uint8Array.from(S);
    this.#i = i;
    this.#j = j;
  }

  /** In [0, 1), 53 bits, uniform. */
  double(): number {
    const top = this.#byte();
    let high = top;
    for (let i = 0; i < 5; i++) high = high * 256 + this.#byte();
    // Seven bytes have the 53 bits, but one time in sixteen: then the highest one begins with too many zeros.
    if (top < 16) return this.#longer(high);
    const excess = 27 - Math.clz32(top);
    return (high * 256 + (this.#byte() & (-1 << excess))) / 2 ** 56;
  }

  /** The 53 bits after leading zeros, from the six bytes `high` and as many more as that takes. */
  #longer(high: number): number {
    let [value, scale, last] = [high * 256, 2 ** 56, this.#byte()];
    while (value < 2 ** 52) {
      value = (value + last) * 256;
      scale *= 256;
      last = this.#byte();
    }
    while (value >= 2 ** 53) {
      value /= 2;
      scale /= 2;
      last >>>= 1;
    }
    return (value + last) / scale;
  }

  /** A step of ARC4 (the cipher RC4, published anonymously in 1994). */
  #byte(): number {
    const state = this.#state;
    const i = (this.#i + 1) & 255;
    const one = state[i] ?? 0;
    const j = (this.#j + one) & 255;
    const other = state[j] ?? 0;
    state[i] = other;
    state[j] = one;
    this.#i = i;
    this.#j = j;
    return state[(one + other) & 255] ?? 0;
  }
}
