// Bundles the page into dist/page, or into the folder that is named. It runs in the build, so that a running playground needs neither esbuild nor the
// page's sources. JavaScript, because nothing is compiled yet.
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const source = join(import.meta.dirname, 'src/page');
const [folder = join(import.meta.dirname, 'dist/page')] = process.argv.slice(2);

await build({
  entryPoints: [join(source, 'main.ts'), join(source, 'page.css')],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  outdir: folder,
  assetNames: '[name]',
  loader: { '.woff2': 'file' },
  logLevel: 'error',
});
await copyFile(join(source, 'index.html'), join(folder, 'index.html'));
