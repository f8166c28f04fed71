/** A number as programs print it. */
const numberPattern = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|nan|inf|infinity)$/i;

/** NaN and infinity are numbers here: that a run has one is a finding. Undefined for what is none. */
export function numberIn(text: string): number | undefined {
  if (!numberPattern.test(text)) return undefined;
  const word = text.replace(/^[-+]/, '').toLowerCase();
  if (word === 'nan') return Number.NaN;
  if (word.startsWith('inf')) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}

/**
 * Half a unit of the last printed digit. Zeros at the end are often left out, so the number with the most digits counts:
 * after the point, or where there are powers of ten in the whole number.
 */
export function floorOf(texts: readonly string[]): number {
  let decimals = 0;
  let mantissa = 0;
  let largestPower = Number.NEGATIVE_INFINITY;
  for (const text of texts) {
    const [, fraction = '', power] = /^[-+]?\d*\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
    if (power === undefined) decimals = Math.max(decimals, fraction.length);
    else {
      mantissa = Math.max(mantissa, fraction.length);
      largestPower = Math.max(largestPower, Number(power));
    }
  }
  const plain = decimals > 0 ? 0.5 * 10 ** -decimals : 0;
  const withPower = Number.isFinite(largestPower) ? 0.5 * 10 ** (largestPower - mantissa) : 0;
  return Math.max(plain, withPower);
}
