import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findDisagreements, type Filed } from './agree.ts';
import { writtenLocales, type WrittenLocale } from './headings.ts';
import type { Phrasings } from './load-phrasings.ts';
import type { FollowUp, Page } from './page.ts';
import type { Problem } from './problem.ts';
import type { ContentFile } from './split-file.ts';
import type { Parsed } from './yaml-file.ts';

export interface FolderOf<Item extends Page | FollowUp> {
  /** Below `content/<locale>`; empty for the locale's folder itself. */
  readonly folder: string;
  readonly ids: readonly string[];
  readonly read: (text: string, file: ContentFile) => Parsed<Item>;
}

export type Written<Item extends Page | FollowUp> = Readonly<
  Record<WrittenLocale, readonly Filed<Item>[]>
>;

export type WrittenPhrasings = Readonly<Record<WrittenLocale, ReadonlyMap<string, Phrasings>>>;

/** Every file of one kind in both written languages; they must be complete and agree. */
export function loadFolder<Item extends Page | FollowUp>(
  content: string,
  kind: FolderOf<Item>,
  phrasings: WrittenPhrasings,
  problems: Problem[],
): Written<Item> {
  const written = {
    en: readFolder(content, 'en', kind, phrasings, problems),
    'zh-CN': readFolder(content, 'zh-CN', kind, phrasings, problems),
  };
  for (const locale of writtenLocales) problems.push(...findMissing(written[locale], locale, kind));
  for (const other of written['zh-CN']) {
    const original = written.en.find(({ item }) => item.id === other.item.id);
    if (original) problems.push(...findDisagreements(original, other));
  }
  return written;
}

function readFolder<Item extends Page | FollowUp>(
  content: string,
  locale: WrittenLocale,
  { folder, read }: FolderOf<Item>,
  phrasings: WrittenPhrasings,
  problems: Problem[],
): Filed<Item>[] {
  const directory = join(content, locale, folder);
  const entries = existsSync(directory) ? readdirSync(directory, { withFileTypes: true }) : [];
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return names.toSorted().flatMap((name) => {
    const file = ['content', locale, folder, name].filter(Boolean).join('/');
    const text = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    const id = basename(name, '.md');
    const asked = phrasings[locale].get(id)?.phrasings ?? [];
    const parsed = read(text, { name: file, id, locale, phrasings: asked });
    problems.push(...parsed.problems);
    return parsed.value ? [{ file, item: parsed.value, text }] : [];
  });
}

function findMissing<Item extends Page | FollowUp>(
  found: readonly Filed<Item>[],
  locale: WrittenLocale,
  { folder, ids }: FolderOf<Item>,
): Problem[] {
  return ids
    .filter((id) => !found.some(({ item }) => item.id === id))
    .map((id) => ({
      file: ['content', locale, folder, `${id}.md`].filter(Boolean).join('/'),
      line: 1,
      field: 'file',
      message: 'is missing or has problems',
    }));
}
