import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pictureIds, type PictureId } from '../ids.ts';
import { locales, type Locale } from '../words/index.ts';
import { diagramOf } from './diagram.ts';

/** A picture as people get it. */
export interface Picture {
  readonly png: Buffer;
  readonly altText: string;
}

/** Undefined where the build has not drawn it: then a page is shown without. */
export type Pictures = (id: PictureId, locale: Locale) => Picture | undefined;

const isCompiled = !import.meta.url.endsWith('.ts');

/** Where the build puts them, beside the compiled code. */
export const builtPictures = fileURLToPath(
  new URL(isCompiled ? '../../pictures' : '../../dist/pictures', import.meta.url),
);

export const fileOf = (folder: string, id: PictureId, locale: Locale): string =>
  join(folder, `${id}.${locale}.png`);

/** Reads what the build has drawn: about 3 MB, for the process that holds the gateway draws nothing. */
export async function openPictures(folder = builtPictures): Promise<Pictures> {
  const names = locales.flatMap((locale) => pictureIds.map((id) => fileOf(folder, id, locale)));
  const read = await Promise.all(
    names.map(async (name) => [name, await readFile(name).catch(() => undefined)] as const),
  );
  const drawn = new Map(read);
  return (id, locale) => {
    const png = drawn.get(fileOf(folder, id, locale));
    return png && { png, altText: diagramOf(id, locale).altText };
  };
}
