import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { followUpIds, pageIds } from '../causes.ts';
import type { Locale } from '../words/index.ts';
import { findDeepNesting, findRepeatedPhrasings } from './agree.ts';
import { deriveFollowUp, derivePage } from './derive.ts';
import { writtenLocales } from './headings.ts';
import { loadFolder, type FolderOf, type Written } from './load-folder.ts';
import type { Content, FollowUp, Page } from './page.ts';
import { describe, type Problem } from './problem.ts';
import { readFollowUp } from './read-follow-up.ts';
import { readPage } from './read-page.ts';
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
  const pages = loadFolder(folder, pageFiles, problems);
  const followUps = loadFolder(folder, followUpFiles, problems);
  problems.push(
    ...writtenLocales.flatMap((locale) => findDeepNesting(pages[locale])),
    ...findRepeatedPhrasings(
      writtenLocales.flatMap((locale) => [...pages[locale], ...followUps[locale]]),
    ),
  );
  const conceptGroups = take(readYaml(folder, 'concepts.yaml', concepts)) ?? {};
  const several = take(readYaml(folder, 'ambiguous.yaml', ambiguous)) ?? [];
  const topics = take(readYaml(folder, 'off-topic.yaml', offTopic)) ?? {};
  take(readYaml(folder, 'zh-TW.yaml', overrides));
  problems.push(...findBadPatterns(conceptGroups));
  if (problems.length > 0) return { ok: false, problems: problems.map(describe) };
  return {
    ok: true,
    content: {
      pages: inEveryLanguage(pages, derivePage),
      followUps: inEveryLanguage(followUps, deriveFollowUp),
      ambiguous: several,
      concepts: Object.entries(conceptGroups).map(([id, patterns]) => ({ id, patterns })),
      offTopic: Object.values(topics).flat(),
    },
  };
}

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

function findBadPatterns(groups: Readonly<Record<string, readonly string[]>>): Problem[] {
  return Object.entries(groups).flatMap(([id, patterns]) =>
    patterns.flatMap((pattern) => {
      try {
        new RegExp(pattern, 'iu');
        return [];
      } catch {
        const message = `"${pattern}" is not a regular expression`;
        return [{ file: 'content/concepts.yaml', line: 1, field: id, message }];
      }
    }),
  );
}
