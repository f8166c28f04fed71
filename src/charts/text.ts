const shapes: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/, 1],
  [/ /, 0.25],
  [/[ijlI.,:;'|!]/, 0.3],
  [/[ftr1()-]/, 0.4],
  [/[mwMW@%—…]/, 0.93],
  [/[A-Z0-9+=]/, 0.67],
];

/** About how wide a bold text is. A guess from letter shapes: the config is made before any font is known. */
export function estimateWidth(text: string, fontPixels: number): number {
  const ems = Array.from(text, (letter) => shapes.find(([like]) => like.test(letter))?.[1] ?? 0.6);
  return fontPixels * ems.reduce((sum, em) => sum + em, 0);
}

/** The usual size, or smaller so that the widest text fits. */
export function fittingSize(texts: readonly string[], usual: number, width: number): number {
  const widest = Math.max(...texts.map((text) => estimateWidth(text, 1)));
  return Math.max(usual * 0.62, Math.min(usual, Math.floor((2 * width) / widest) / 2));
}
