// Bundles the playground's page into the folder that is named: `node src/playground/bundle.mjs dist/page`. It runs while
// Seedling is built, so that a running bot needs neither esbuild nor the page's sources. JavaScript, because nothing is
// compiled yet.
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const source = join(import.meta.dirname, 'page');
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder to write to, such as dist/page.');

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
