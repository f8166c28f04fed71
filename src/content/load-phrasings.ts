import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { followUpIds, pageIds } from '../ids.ts';
import { writtenLocales, type WrittenLocale } from './headings.ts';
import type { Problem } from './problem.ts';
import { textsAt, type Asked } from './repeated-phrasings.ts';
import { phrasingsFile } from './schema.ts';
import { fault } from './split-file.ts';
import { readYaml } from './yaml-file.ts';

/** How people ask, by the id of a page or follow-up. */
export type Phrasings = ReadonlyMap<string, readonly Asked[]>;

const ids: readonly string[] = [...pageIds, ...followUpIds];

/** The phrasings in `content/<locale>/phrasings`, a file for each page and follow-up. */
export function loadPhrasings(
  content: string,
  problems: Problem[],
): Readonly<Record<WrittenLocale, Phrasings>> {
  for (const locale of writtenLocales) problems.push(...findMisnamed(content, locale));
  const read = (locale: WrittenLocale) =>
    new Map(
      ids.map((id) => {
        const name = `${locale}/phrasings/${id}.yaml`;
        const parsed = readYaml(content, name, phrasingsFile);
        problems.push(...parsed.problems);
        return [id, textsAt(parsed, ['phrasings'])];
      }),
    );
  return { en: read('en'), 'zh-CN': read('zh-CN') };
}

function findMisnamed(content: string, locale: WrittenLocale): Problem[] {
  const folder = join(content, locale, 'phrasings');
  const expected = ids.map((id) => `${id}.yaml`);
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => !expected.includes(name))
    .map((name) => {
      const file = `content/${locale}/phrasings/${name}`;
      return fault(file, 1, 'file', `must be named ${expected.join(' / ')}`);
    });
}
