/** A piece of a notebook. In a script the texts become comments. */
export type Cell =
  | { readonly kind: 'text'; readonly markdown: string }
  /** `isHidden`: not meant to be read; a notebook folds it up. */
  | { readonly kind: 'code'; readonly lines: string; readonly isHidden?: boolean };

export const text = (...paragraphs: readonly string[]): Cell => ({
  kind: 'text',
  markdown: paragraphs.filter(Boolean).join('\n\n'),
});

export const section = (title: string, ...paragraphs: readonly string[]): Cell =>
  text(`## ${title}`, ...paragraphs);

/** Lines of code. What is not needed is left out: `false` and undefined stand for no line. */
export const code = (...lines: readonly (string | false | undefined)[]): Cell => ({
  kind: 'code',
  lines: lines.filter((line) => line !== false && line !== undefined).join('\n'),
});

/** Code that is not meant to be read. */
export const hidden = (lines: string): Cell => ({ kind: 'code', lines, isHidden: true });
