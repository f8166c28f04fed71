import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../root.ts';

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const source = join(projectRoot, 'src/playground/page');

let loading: Promise<ReadonlyMap<string, PageFile>> | undefined;

/** The page's files by path, bundled when the page is first opened. */
export const loadPage = (): Promise<ReadonlyMap<string, PageFile>> => (loading ??= bundle());

async function bundle(): Promise<ReadonlyMap<string, PageFile>> {
  const { outputFiles } = await build({
    entryPoints: [join(source, 'main.ts'), join(source, 'page.css')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    outdir: '/',
    assetNames: '[name]',
    loader: { '.woff2': 'file' },
    logLevel: 'error',
  });
  const index = { type: typeOf('.html'), bytes: await readFile(join(source, 'index.html')) };
  return new Map([
    ['/', index],
    ...outputFiles.map(
      ({ path, contents }) => [path, { type: typeOf(extname(path)), bytes: contents }] as const,
    ),
  ]);
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
