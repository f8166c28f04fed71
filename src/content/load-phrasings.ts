import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { followUpIds, pageIds } from '../causes.ts';
import type { WrittenLocale } from './headings.ts';
import type { Problem } from './problem.ts';
import { phrasingsFile } from './schema.ts';
import { parseYaml } from './yaml-file.ts';

/** How people ask about one page or follow-up, in one language. */
export interface Phrasings {
  /** As told to people: `content/en/phrasings/dropout.yaml`. */
  readonly file: string;
  readonly phrasings: readonly string[];
}

/** The phrasings in `content/<locale>/phrasings`, by the id of their page or follow-up. */
export function loadPhrasings(
  content: string,
  locale: WrittenLocale,
  problems: Problem[],
): ReadonlyMap<string, Phrasings> {
  const folder = join(content, locale, 'phrasings');
  const ids: readonly string[] = [...pageIds, ...followUpIds];
  const expected = ids.map((id) => `${id}.yaml`);
  const found = existsSync(folder) ? readdirSync(folder) : [];
  const complain = (name: string, message: string) =>
    problems.push({
      file: `content/${locale}/phrasings/${name}`,
      line: 1,
      field: 'file',
      message,
    });
  for (const name of found)
    if (!expected.includes(name)) complain(name, `must be named ${expected.join(' / ')}`);
  const byId = new Map<string, Phrasings>();
  for (const id of ids) {
    const name = `${id}.yaml`;
    if (!found.includes(name)) {
      complain(name, 'is missing');
      continue;
    }
    const file = `content/${locale}/phrasings/${name}`;
    const text = readFileSync(join(folder, name), 'utf8');
    const parsed = parseYaml(text, phrasingsFile, { file, firstLine: 1 });
    problems.push(...parsed.problems);
    if (parsed.value) byId.set(id, { file, phrasings: parsed.value.phrasings });
  }
  return byId;
}
