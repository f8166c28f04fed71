import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { followUpIds, pageIds } from '../causes.ts';
import type { Locale } from '../words/index.ts';
import { findDeepNesting } from './agree.ts';
import { deriveFollowUp, derivePage } from './derive.ts';
import { writtenLocales } from './headings.ts';
import { loadFolder, type FolderOf, type Written } from './load-folder.ts';
import { loadPhrasings } from './load-phrasings.ts';
import type { Concept, Content, FollowUp, Page } from './page.ts';
import { describe, type Problem } from './problem.ts';
import { readFollowUp } from './read-follow-up.ts';
import { readPage } from './read-page.ts';
import { findRepeatedPhrasings } from './repeated-phrasings.ts';
import { ambiguous, concepts, offTopic, overrides } from './schema.ts';
import { parseYaml, type Parsed } from './yaml-file.ts';

export type Loaded =
  | { readonly ok: true; readonly content: Content }
  /** One line each: file, line, field, and what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

const pageFiles: FolderOf<Page> = { folder: '', ids: pageIds, read: readPage };
const followUpFiles: FolderOf<FollowUp> = {
  folder: 'follow-ups',
  ids: followUpIds,
  read: readFollowUp,
};

/** Reads and checks the whole folder. Every problem is told, not only the first. */
export function loadContent(folder: string): Loaded {
  const problems: Problem[] = [];
  const take = <T>(parsed: Parsed<T>): T | undefined => {
    problems.push(...parsed.problems);
    return parsed.value;
  };
  const asked = {
    en: loadPhrasings(folder, 'en', problems),
    'zh-CN': loadPhrasings(folder, 'zh-CN', problems),
  };
  const pages = loadFolder(folder, pageFiles, asked, problems);
  const followUps = loadFolder(folder, followUpFiles, asked, problems);
  problems.push(...writtenLocales.flatMap((locale) => findDeepNesting(pages[locale])));
  const conceptGroups = take(readYaml(folder, 'concepts.yaml', concepts)) ?? {};
  const ruledOut = take(readYaml(folder, 'ruled-out.yaml', concepts)) ?? {};
  const several = take(readYaml(folder, 'ambiguous.yaml', ambiguous)) ?? [];
  const topics = take(readYaml(folder, 'off-topic.yaml', offTopic)) ?? {};
  take(readYaml(folder, 'zh-TW.yaml', overrides));
  problems.push(
    ...findRepeatedPhrasings(folder, [
      ...writtenLocales.flatMap((locale) => [...asked[locale].values()]),
      { file: 'content/ambiguous.yaml', phrasings: several.flatMap(({ phrasings }) => phrasings) },
      { file: 'content/off-topic.yaml', phrasings: Object.values(topics).flat() },
    ]),
  );
  if (problems.length > 0) return { ok: false, problems: problems.map(describe) };
  return {
    ok: true,
    content: {
      pages: inEveryLanguage(pages, derivePage),
      followUps: inEveryLanguage(followUps, deriveFollowUp),
      ambiguous: several,
      concepts: toConcepts(conceptGroups),
      ruledOut: toConcepts(ruledOut),
      offTopic: Object.values(topics).flat(),
    },
  };
}

const toConcepts = (groups: Readonly<Record<string, readonly string[]>>): Concept[] =>
  Object.entries(groups).map(([id, patterns]) => ({ id, patterns }));

function inEveryLanguage<Item extends Page | FollowUp>(
  written: Written<Item>,
  derive: (simplified: Item) => Item,
): Map<Locale, Map<Item['id'], Item>> {
  const byId = (items: readonly Item[]) => new Map(items.map((item) => [item.id, item]));
  const simplified = written['zh-CN'].map(({ item }) => item);
  return new Map<Locale, Map<Item['id'], Item>>([
    ['en', byId(written.en.map(({ item }) => item))],
    ['zh-CN', byId(simplified)],
    ['zh-TW', byId(simplified.map(derive))],
  ]);
}

function readYaml<T>(
  folder: string,
  name: string,
  schema: Parameters<typeof parseYaml<T>>[1],
): Parsed<T> {
  const file = `content/${name}`;
  const path = join(folder, name);
  if (!existsSync(path))
    return { problems: [{ file, line: 1, field: 'file', message: 'is missing' }] };
  return parseYaml(readFileSync(path, 'utf8'), schema, { file, firstLine: 1 });
}
