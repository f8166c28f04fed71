/** The shortest decimal that gives the same float32 again. Nine significant digits tell any two apart; most need fewer. */
export function shortest(value: number): string {
  if (Object.is(value, -0)) return '-0';
  for (let digits = 6; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Object.is(Math.fround(Number(text)), value)) return text;
  }
  return String(Number(value.toPrecision(9)));
}
