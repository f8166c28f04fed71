/**
 * P(|T| <= t) of Student's t with a whole number of degrees of freedom: Abramowitz & Stegun, Handbook of Mathematical
 * Functions, 1964, 26.7.3 (odd) and 26.7.4 (even). With theta = atan(t / sqrt(df)) both are a sum of powers of cos(theta).
 */
export function withinT(t: number, degreesOfFreedom: number): number {
  const odd = degreesOfFreedom % 2;
  const squareOfCosine = degreesOfFreedom / (degreesOfFreedom + t * t);
  let term = odd ? Math.sqrt(squareOfCosine) : 1;
  let sum = 0;
  for (let power = odd; power <= degreesOfFreedom - 2; power += 2) {
    sum += term;
    term *= (squareOfCosine * (power + 1)) / (power + 2);
  }
  const sine = t / Math.sqrt(degreesOfFreedom + t * t);
  return odd
    ? (2 / Math.PI) * (Math.atan(t / Math.sqrt(degreesOfFreedom)) + sine * sum)
    : sine * sum;
}

/** The t with P(|T| <= t) = `probability`: 12.7 for 95% and 1 degree of freedom, 2.05 for 29. Found by halving. */
export function criticalT(probability: number, degreesOfFreedom: number): number {
  let [low, high] = [0, 1];
  while (withinT(high, degreesOfFreedom) < probability) high *= 2;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (withinT(middle, degreesOfFreedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
