import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkParameters,
  demoIds,
  runDemo,
  variantsOf,
  type Comparison,
  type DemoParameters,
} from '../../src/demos/index.ts';
import { createEngine, type Engine } from '../../src/lstm/index.ts';
import { frameworks } from '../../src/evidence/index.ts';
import { canTakeHome, takeHome } from '../../src/take-home/index.ts';
import { locales } from '../../src/words/index.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('kernel');
});

const parametersOf = (cause: string, variant: string, runs?: number): DemoParameters => {
  const checked = checkParameters({ cause, variant, runs, seed: '7' });
  if (!checked.ok) throw new Error(`No demo: ${cause}/${variant}`);
  return checked.parameters;
};

async function resultOf(cause: string, variant: string, runs?: number): Promise<Comparison> {
  const result = await runDemo(engine, parametersOf(cause, variant, runs));
  if (result.kind !== 'comparison') throw new Error('Not of one cause.');
  return result;
}

interface Notebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: { readonly kernelspec: { readonly name: string } };
  readonly cells: readonly {
    readonly id: string;
    readonly cell_type: string;
    readonly source: readonly string[];
  }[];
}

const read = (text: string) => JSON.parse(text) as Notebook;

const all = demoIds.flatMap((cause) =>
  variantsOf(cause).map((variant) => [cause, variant] as const),
);

describe('what can be taken home', () => {
  it('is every demo of one cause on one engine, and no other', () => {
    const refused = all.filter(([cause, variant]) => !canTakeHome({ cause, variant }));
    expect(refused.map((each) => each.join('/'))).toEqual([
      'floating-point/engines',
      'floating-point/batch-size',
      'all/ranking',
      'butterfly/one-bit',
      'steadier/averages',
      ...variantsOf('compare').map((variant) => `compare/${variant}`),
    ]);
  });

  it.each(all.filter(([cause, variant]) => canTakeHome({ cause, variant })))(
    '%s/%s: below 1 MB in each framework, with something of its own to try',
    async (cause, variant) => {
      const result = await resultOf(cause, variant, 4);
      for (const framework of frameworks) {
        const text = takeHome(engine, result, { framework, locale: 'en', file: 'a.ipynb' });
        expect(text.length).toBeLessThan(1e6);
        const { cells } = read(text);
        expect(cells.at(-1)?.source.join('').match(/^- /gm)?.length).toBeGreaterThan(3);
        expect(text).not.toContain('undefined');
      }
    },
  );
});

describe('a notebook', () => {
  it('is of format 4.5: cells with ids of their own, texts and code, and the kernel that runs it', async () => {
    const result = await resultOf('dropout', 'inference', 2);
    const text = takeHome(engine, result, { framework: 'keras', locale: 'en', file: 'a.ipynb' });
    const { nbformat, nbformat_minor, metadata, cells } = read(text);
    expect([nbformat, nbformat_minor, metadata.kernelspec.name]).toEqual([4, 5, 'python3']);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    expect(cells[0]?.source[0]).toMatch(/^# 2 calls, same weights, same input/);
    for (const { source } of cells)
      expect(source.slice(0, -1).every((line) => line.endsWith('\n'))).toBe(true);
  });

  it('has the same bytes each time', async () => {
    const result = await resultOf('batch-order', 'retrain', 2);
    const options = { framework: 'pytorch', locale: 'en', file: 'a.ipynb' } as const;
    expect(takeHome(engine, result, options)).toBe(takeHome(engine, result, options));
  });

  it.each(locales)('speaks %s in its texts and comments, with the same code', async (locale) => {
    const result = await resultOf('dropout', 'training', 2);
    const codeOf = (of: (typeof locales)[number]) =>
      read(takeHome(engine, result, { framework: 'pytorch', locale: of, file: 'a.ipynb' })).cells;
    const withoutWords = (cells: Notebook['cells']) =>
      cells
        .filter(({ cell_type }) => cell_type === 'code')
        .slice(0, -1)
        .map(({ source }) =>
          source
            .join('')
            .replaceAll(/#.*/g, '')
            .replaceAll(/print\(.*/g, '')
            .trim(),
        );
    expect(withoutWords(codeOf(locale))).toEqual(withoutWords(codeOf('en')));
    const texts = codeOf(locale).map(({ source }) => source.join(''));
    if (locale !== 'en') expect(texts.filter((each) => /^## [A-Z]/.test(each))).toEqual([]);
  });

  it('holds no more runs than it can train in about a minute, and says so', async () => {
    const result = await resultOf('initial-weights', 'retrain', 22);
    const text = takeHome(engine, result, { framework: 'keras', locale: 'en', file: 'a.ipynb' });
    expect(text).toContain('The demo had 22 runs; this file holds 20 of them');
  });

  it('marks the runs in which a last bit decides: those with hard clipping, and no run without', async () => {
    const options = { framework: 'pytorch', locale: 'en', file: 'a.ipynb' } as const;
    const clipped = takeHome(engine, await resultOf('hyperparameters', 'clipping', 2), options);
    expect(clipped).toMatch(/label.{5}0\.01.{1,300}sensitive/);
    const plain = takeHome(engine, await resultOf('initial-weights', 'retrain', 3), options);
    expect(plain).not.toContain('"sensitive\\":true');
  });
});

it('a script has its texts as comments, no line of them too long, and no sign of markdown emphasis', async () => {
  const result = await resultOf('dropout', 'inference', 2);
  for (const locale of locales) {
    const text = takeHome(engine, result, { framework: 'tfjs', locale, file: 'a.mjs' });
    const comments = text.split('\n').filter((line) => line.startsWith('//'));
    expect(comments.length).toBeGreaterThan(20);
    expect(comments.filter((line) => line.includes('**'))).toEqual([]);
    expect(Math.max(...comments.map((line) => line.length))).toBeLessThan(130);
  }
});
