/** A chart's text can't be drawn: a font file is missing, or no font has one of the characters. */
export class FontError extends Error {
  override name = 'FontError';
}
