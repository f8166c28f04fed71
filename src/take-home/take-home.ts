import { isDescribed, type Comparison, type DemoResult } from '../demos/index.ts';
import type { Framework } from '../evidence/index.ts';
import type { Engine } from '../lstm/index.ts';
import { wordsFor, type Locale } from '../words/index.ts';
import { takeAlong } from './bundle.ts';
import type { Cell } from './cells.ts';
import { kerasCells } from './keras.ts';
import { toNotebook, type Kernel } from './notebook.ts';
import type { Order } from './order.ts';
import { pytorchCells } from './pytorch.ts';
import { toScript } from './script.ts';
import { tfjsCells } from './tfjs.ts';

const cellsOf: Readonly<Record<Framework, (order: Order, file: string) => Cell[]>> = {
  pytorch: pytorchCells,
  keras: kerasCells,
  tfjs: tfjsCells,
};

const python: Kernel = {
  kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
  language_info: { name: 'python' },
};

/** The kernel of Deno, which runs JavaScript in Jupyter. */
const javaScript: Kernel = {
  kernelspec: { name: 'deno', display_name: 'Deno', language: 'typescript' },
  language_info: { name: 'javascript' },
};

/** What is to be written, and how. */
export interface TakeHomeOptions {
  readonly framework: Framework;
  readonly locale: Locale;
  /** The name that the file will have: one that ends in `.ipynb` is a notebook, any other a script. */
  readonly file: string;
}

/** Whether a demo can be repeated in one framework. */
export const canTakeHome = <Demo extends Parameters<typeof isDescribed>[0]>(
  demo: Demo,
): demo is Demo extends DemoResult ? Extract<Demo, Comparison> : Demo => isDescribed(demo);

/**
 * A file that repeats a demo in somebody's own framework, from the draws of the demo. Pure: the same result and the same
 * engine give the same text.
 */
export function takeHome(
  engine: Engine,
  result: Comparison,
  { framework, locale, file }: TakeHomeOptions,
): string {
  const words = wordsFor(locale);
  const order: Order = {
    result,
    story: words.tell(result),
    taken: takeAlong(engine, result),
    framework,
    locale,
    say: words.takeHome,
  };
  const cells = cellsOf[framework](order, file);
  if (!file.endsWith('.ipynb')) return toScript(cells, framework === 'tfjs' ? '//' : '#');
  return toNotebook(cells, framework === 'tfjs' ? javaScript : python);
}
