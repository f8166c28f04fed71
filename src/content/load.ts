import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { causeIds, type CauseId } from '../causes.ts';
import type { Locale } from '../words/index.ts';
import { findDisagreements, findRepeatedPhrasings, type FiledPage } from './agree.ts';
import { derivePage } from './derive.ts';
import { writtenLocales, type WrittenLocale } from './headings.ts';
import type { Content, Page } from './page.ts';
import { describe, type Problem } from './problem.ts';
import { readPage } from './read-page.ts';
import { ambiguous, concepts, offTopic } from './schema.ts';
import { parseYaml, type Parsed } from './yaml-file.ts';

export type Loaded =
  | { readonly ok: true; readonly content: Content }
  /** One line each: file, line, field, and what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads and checks the whole folder. Every problem is told, not only the first. */
export function loadContent(folder: string): Loaded {
  const problems: Problem[] = [];
  const take = <T>(parsed: Parsed<T>): T | undefined => {
    problems.push(...parsed.problems);
    return parsed.value;
  };
  const english = readPages(folder, 'en', take);
  const simplified = readPages(folder, 'zh-CN', take);
  problems.push(...crossCheck(english, simplified));
  const conceptGroups = take(readYaml(folder, 'concepts.yaml', concepts)) ?? {};
  const several = take(readYaml(folder, 'ambiguous.yaml', ambiguous)) ?? [];
  const topics = take(readYaml(folder, 'off-topic.yaml', offTopic)) ?? {};
  problems.push(...findBadPatterns(conceptGroups));
  if (problems.length > 0) return { ok: false, problems: problems.map(describe) };
  return {
    ok: true,
    content: {
      pages: new Map<Locale, ReadonlyMap<CauseId, Page>>([
        ['en', byId(english.map(({ page }) => page))],
        ['zh-CN', byId(simplified.map(({ page }) => page))],
        ['zh-TW', byId(simplified.map(({ page }) => derivePage(page)))],
      ]),
      ambiguous: several,
      concepts: Object.entries(conceptGroups).map(([id, patterns]) => ({ id, patterns })),
      offTopic: Object.values(topics).flat(),
    },
  };
}

const byId = (pages: readonly Page[]): Map<CauseId, Page> =>
  new Map(pages.map((page) => [page.id, page]));

type Take = <T>(parsed: Parsed<T>) => T | undefined;

function readPages(folder: string, locale: WrittenLocale, take: Take): FiledPage[] {
  const directory = join(folder, locale);
  const names = existsSync(directory) ? readdirSync(directory).toSorted() : [];
  return names.flatMap((name) => {
    const file = `content/${locale}/${name}`;
    const text = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    const page = take(readPage(text, { name: file, id: basename(name, '.md'), locale }));
    return page ? [{ file, page }] : [];
  });
}

function crossCheck(english: readonly FiledPage[], simplified: readonly FiledPage[]): Problem[] {
  const missing = writtenLocales.flatMap((locale) => {
    const pages = locale === 'en' ? english : simplified;
    return causeIds
      .filter((id) => !pages.some(({ page }) => page.id === id))
      .map((id) => ({
        file: `content/${locale}/${id}.md`,
        line: 1,
        field: 'file',
        message: 'is missing or has problems',
      }));
  });
  const disagreements = simplified.flatMap((other) => {
    const original = english.find(({ page }) => page.id === other.page.id);
    return original ? findDisagreements(original, other) : [];
  });
  return [...missing, ...disagreements, ...findRepeatedPhrasings([...english, ...simplified])];
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
