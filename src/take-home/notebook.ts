import type { Cell } from './cells.ts';

/** What runs the cells. */
export interface Kernel {
  readonly kernelspec: {
    readonly name: string;
    readonly display_name: string;
    readonly language: string;
  };
  readonly language_info: { readonly name: string };
}

/** Jupyter's format, version 4.5: https://nbformat.readthedocs.io/en/latest/format_description.html */
export const toNotebook = (cells: readonly Cell[], kernel: Kernel): string =>
  `${JSON.stringify(
    {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: kernel,
      cells: cells.map((cell, at) => ({ id: `cell-${at + 1}`, ...written(cell) })),
    },
    undefined,
    1,
  )}\n`;

function written(cell: Cell) {
  if (cell.kind === 'text')
    return { cell_type: 'markdown', metadata: {}, source: linesOf(cell.markdown) };
  return {
    cell_type: 'code',
    // JupyterLab folds it up by the first, Jupyter Book and Colab's form view go by the tag.
    metadata: cell.isHidden ? { jupyter: { source_hidden: true }, tags: ['hide-input'] } : {},
    execution_count: null,
    outputs: [],
    source: linesOf(cell.lines),
  };
}

/** Each line with its end, as Jupyter writes it. */
const linesOf = (source: string): string[] => source.split(/(?<=\n)/);
