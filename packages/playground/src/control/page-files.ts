import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PageFile {
  readonly type: string;
  read(): Promise<Uint8Array>;
}

/** The folder that ../../bundle.mjs writes. The path is the same from src/control and from dist/control. */
const folder = fileURLToPath(new URL('../../dist/page', import.meta.url));

let loading: Promise<ReadonlyMap<string, PageFile>> | undefined;

/** The page's files by path, listed when the page is first opened; none where the page was not built. */
export const loadPage = (): Promise<ReadonlyMap<string, PageFile>> => (loading ??= listPage());

async function listPage(): Promise<ReadonlyMap<string, PageFile>> {
  const names = await readdir(folder).catch(() => []);
  return new Map(
    names.map((name) => {
      // Read each time, because the fonts are many and large, and a page needs few of them.
      const file = { type: typeOf(extname(name)), read: () => readFile(join(folder, name)) };
      return [name === 'index.html' ? '/' : `/${name}`, file] as const;
    }),
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
