import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Where ../../bundle.mjs writes; as far from src/control as from dist/control. */
const folder = fileURLToPath(new URL('../../dist/page', import.meta.url));

let loading: Promise<ReadonlyMap<string, PageFile>> | undefined;

/** The page's files by path, read when the page is first opened; none where the page was not built. */
export const loadPage = (): Promise<ReadonlyMap<string, PageFile>> => (loading ??= readPage());

async function readPage(): Promise<ReadonlyMap<string, PageFile>> {
  const names = await readdir(folder).catch(() => []);
  return new Map(
    await Promise.all(
      names.map(async (name) => {
        const file = { type: typeOf(extname(name)), bytes: await readFile(join(folder, name)) };
        return [name === 'index.html' ? '/' : `/${name}`, file] as const;
      }),
    ),
  );
}

function typeOf(extension: string): string {
  switch (extension) {
    case '.html':
      return 'text/html; charset=utf-8';
    case '.js':
      return 'text/javascript; charset=utf-8';
    case '.css':
      return 'text/css; charset=utf-8';
    case '.woff2':
      return 'font/woff2';
    default:
      return 'application/octet-stream';
  }
}
