import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PageFile {
  readonly type: string;
  read(): Promise<Uint8Array>;
}

/** Where ../../bundle.mjs writes; as far from src/control as from dist/control. */
const folder = fileURLToPath(new URL('../../dist/page', import.meta.url));

let loading: Promise<ReadonlyMap<string, PageFile>> | undefined;

/** The page's files by path, listed when the page is first opened; none where the page was not built. */
export const loadPage = (): Promise<ReadonlyMap<string, PageFile>> => (loading ??= listPage());

async function listPage(): Promise<ReadonlyMap<string, PageFile>> {
  const names = await readdir(folder).catch(() => []);
  return new Map(
    names.map((name) => {
      // The fonts are many and large, and few are asked for: nothing is kept in memory.
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
