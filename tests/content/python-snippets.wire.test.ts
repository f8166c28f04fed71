import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { exampleHeadings, headings, type WrittenLocale } from '../../src/content/headings.ts';
import { snippetsIn, type Snippet } from './snippets/extract.ts';

const hasPython = spawnSync('python3', ['-c', '']).status === 0;

/** True if Python has these packages; else says so once. */
function has(what: string, ...packages: string[]): boolean {
  const found = packages.map((name) => `importlib.util.find_spec('${name}')`).join(' and ');
  const code = `import importlib.util, sys; sys.exit(not (${found || 'True'}))`;
  const isThere = hasPython && spawnSync('python3', ['-c', code]).status === 0;
  if (!isThere)
    console.log(`SKIPPED: ${what}, because python3 or ${packages.join(', ')} is missing.`);
  return isThere;
}

type Framework = 'keras' | 'pytorch' | 'both' | 'none';

/** By the section it stands in; elsewhere by the names in it. */
function frameworkOf({ heading, code }: Snippet, locale: WrittenLocale): Framework {
  if (/import .*keras.*torch/.test(code)) return 'both';
  if (heading === headings[locale]['fix-keras']) return 'keras';
  if (heading === headings[locale]['fix-pytorch']) return 'pytorch';
  if (heading === exampleHeadings[locale].keras) return 'keras';
  if (heading === exampleHeadings[locale].pytorch) return 'pytorch';
  if (/import (hashlib, )?torch|named_modules/.test(code)) return 'pytorch';
  return /get_weights/.test(code) ? 'keras' : 'none';
}

const snippets = (['en', 'zh-CN'] as const).flatMap((locale) =>
  snippetsIn(locale, 'python').map((snippet) => ({
    ...snippet,
    framework: frameworkOf(snippet, locale),
    isCopy: locale !== 'en' && Object.values(exampleHeadings[locale]).includes(snippet.heading),
    isFix: ['fix-keras', 'fix-pytorch'].some(
      (id) => snippet.heading === headings[locale][id as 'fix-keras' | 'fix-pytorch'],
    ),
  })),
);

/** What Python says is wrong with these snippets: one line each, with file and line. */
async function problemsOf(chosen: readonly Snippet[], framework: Framework | null) {
  const child = spawn('python3', [join(import.meta.dirname, 'snippets', 'run.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ framework, snippets: chosen }));
  return JSON.parse(await text(child.stdout)) as string[];
}

/** Examples train for seconds, and those of another language hold the same code, comments apart: they only parse. */
const of = (framework: Framework) =>
  snippets.filter((snippet) => snippet.framework === framework && !snippet.isCopy);

/** In milliseconds. Some train models for seconds, on a busy machine for minutes. */
const patience = 600_000;

describe('the Python snippets of the pages', () => {
  const python = has('the Python snippets', 'json');
  it.skipIf(!python)('parse', async () => {
    expect(snippets.length).toBeGreaterThan(50);
    expect(await problemsOf(snippets, null)).toEqual([]);
  });

  it.skipIf(!hasPython)(
    'that do not parse are told with page and line (needs python3)',
    async () => {
      const broken = { name: 'dropout 1', file: 'content/en/dropout.md', heading: '', line: 40 };
      expect(await problemsOf([{ ...broken, code: 'a = 1\nb = = 2' }], null)).toEqual([
        'content/en/dropout.md:41: SyntaxError: invalid syntax (dropout.md, line 41)',
      ]);
    },
  );

  const numpy = has('the Python snippets that need no framework', 'numpy');
  it.skipIf(!numpy)('run without a framework', async () => {
    expect(await problemsOf(of('none'), 'none')).toEqual([]);
  });

  const keras = has('the Keras snippets', 'keras', 'tensorflow');
  it.skipIf(!keras)(
    'run in Keras, and fix what they are for',
    async () => {
      expect(await problemsOf(of('keras'), 'keras')).toEqual([]);
    },
    patience,
  );

  const both = keras && has('the snippets that copy weights from PyTorch to Keras', 'torch');
  it.skipIf(!both)('run in both, where weights are copied', async () => {
    expect(await problemsOf(of('both'), 'keras')).toEqual([]);
  });

  const pytorch = has('the PyTorch snippets', 'torch');
  it.skipIf(!pytorch)(
    'run in PyTorch, and fix what they are for',
    async () => {
      expect(await problemsOf(of('pytorch'), 'pytorch')).toEqual([]);
    },
    patience,
  );
});
