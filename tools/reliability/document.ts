import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../../src/root.ts';
import { faults } from '../../tests/faults/table.ts';

export const documentPath = join(projectRoot, 'docs/reliability.md');

/** The files, below tests/, whose tests prove a row, by its id. */
export function proofs(): ReadonlyMap<string, readonly string[]> {
  const folder = join(projectRoot, 'tests');
  const found = new Map<string, string[]>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!name.endsWith('.test.ts')) continue;
    const source = readFileSync(join(folder, name), 'utf8');
    for (const [, id = ''] of source.matchAll(/^\s*proves\(\s*'([\w-]+)'/gm))
      found.set(id, [...(found.get(id) ?? []), name.replaceAll('\\', '/')]);
  }
  return found;
}

/** docs/reliability.md: what the tests prove, in their own words. */
export async function writeDocument(): Promise<string> {
  const proved = proofs();
  const table = (rows: Readonly<Record<string, readonly [string, string]>>) => [
    '| What goes wrong | What comes of it | Proof |',
    '| --- | --- | --- |',
    ...Object.entries(rows).map(([id, [fault, outcome]]) => {
      const [file = ''] = proved.get(id) ?? [];
      return `| ${fault} | ${outcome}. | [${file.replace(/^.*\/|(\.wire)?\.test\.ts$/g, '')}](../tests/${file}) |`;
    }),
  ];
  const lines = [
    '# What may go wrong, and what comes of it',
    '',
    'Each row is a test with real processes and real connections; this page is written from them by `npm run docs:reliability`, and a test fails if it is out of date.',
    ...Object.entries(faults).flatMap(([group, rows]) => ['', `## ${group}`, '', ...table(rows)]),
  ];
  const options = await resolveConfig(documentPath);
  return format(`${lines.join('\n')}\n`, { ...options, parser: 'markdown' });
}
