import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findDisagreements } from './agree.ts';
import type { Draft } from './draft.ts';
import { writtenLocales, type WrittenLocale } from './headings.ts';
import type { Phrasings } from './load-phrasings.ts';
import type { Problem } from './problem.ts';
import type { ContentFile } from './split-file.ts';
import { withUnfinished } from './unfinished.ts';

export interface FolderOf<Item> {
  /** Below `content/<locale>`; empty for the locale's folder itself. */
  readonly folder: string;
  readonly ids: readonly string[];
  /** Files of another kind that stand there too. */
  readonly beside: readonly string[];
  readonly read: (text: string, file: ContentFile) => Draft<Item>;
}

export type Written<Item> = Readonly<Record<WrittenLocale, readonly Draft<Item>[]>>;

export type WrittenPhrasings = Readonly<Record<WrittenLocale, Phrasings>>;

/** Every file of one kind in both written languages; they must be complete and agree. */
export function loadFolder<Item>(
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
    const original = written.en.find(({ id }) => id === other.id);
    if (original) problems.push(...findDisagreements(original, other));
  }
  return written;
}

function readFolder<Item>(
  content: string,
  locale: WrittenLocale,
  { folder, beside, read }: FolderOf<Item>,
  phrasings: WrittenPhrasings,
  problems: Problem[],
): Draft<Item>[] {
  const directory = join(content, locale, folder);
  const entries = existsSync(directory) ? readdirSync(directory, { withFileTypes: true }) : [];
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const ours = names.filter((name) => !beside.includes(name));
  return ours.toSorted().map((name) => {
    const file = ['content', locale, folder, name].filter(Boolean).join('/');
    const text = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    const id = basename(name, '.md');
    const asked = phrasings[locale].get(id) ?? [];
    const draft = read(text, {
      name: file,
      id,
      locale,
      phrasings: asked.map((one) => one.text),
    });
    problems.push(...withUnfinished(file, text, draft.problems));
    return draft;
  });
}

function findMissing(
  found: readonly Draft<unknown>[],
  locale: WrittenLocale,
  { folder, ids }: Pick<FolderOf<unknown>, 'folder' | 'ids'>,
): Problem[] {
  return ids
    .filter((id) => !found.some((draft) => draft.id === id))
    .map((id) => ({
      file: ['content', locale, folder, `${id}.md`].filter(Boolean).join('/'),
      line: 1,
      field: 'file',
      message: 'is missing',
    }));
}
