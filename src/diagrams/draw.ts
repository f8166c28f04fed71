import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { themeNames } from '../charts/index.ts';
import { pictureIds } from '../ids.ts';
import { locales } from '../words/index.ts';
import { diagramOf } from './diagram.ts';
import { builtPictures, fileOf } from './pictures.ts';
import { renderDiagram } from './render.ts';

/**
 * Draws every picture in every language: for the build, or with `--theme light --out <folder>` for slides and paper
 * (`npm run pictures`).
 */
const { values } = parseArgs({
  options: {
    theme: { type: 'string', default: 'dark' },
    out: { type: 'string', default: builtPictures },
  },
});
const theme = themeNames.find((each) => each === values.theme);
if (theme) {
  mkdirSync(values.out, { recursive: true });
  for (const id of pictureIds)
    for (const locale of locales) {
      const { png } = await renderDiagram(diagramOf(id, locale, theme), locale, theme);
      write(fileOf(values.out, id, locale), png);
    }
} else {
  process.stderr.write(`--theme is ${themeNames.join(' or ')}.\n`);
  process.exitCode = 2;
}

/** Beside its place, then renamed, so that nobody reads half a picture. */
function write(file: string, bytes: Buffer): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, bytes);
  renameSync(beside, file);
}
