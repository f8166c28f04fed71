import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { themeNames, type ThemeName } from '../charts/index.ts';
import { pictureIds } from '../ids.ts';
import { locales } from '../words/index.ts';
import { diagramOf } from './diagram.ts';
import { builtPictures, fileOf } from './pictures.ts';
import { renderDiagram } from './render.ts';

/**
 * Draws every picture in every language: for the build, or with `--theme light --out <folder>` for slides and paper
 * (`npm run pictures`).
 */
const options = {
  theme: { type: 'string', default: 'dark' },
  out: { type: 'string', default: builtPictures },
} as const;
const { values, tokens } = parseArgs({ options, strict: false, tokens: true });
const theme = themeNames.find((each) => each === values.theme);
const areKnown = tokens.every((token) => token.kind === 'option' && token.name in options);
if (theme && areKnown && typeof values.out === 'string') await draw(theme, values.out);
else {
  process.stderr.write(`Only --theme ${themeNames.join(' or ')} and --out <folder> are read.\n`);
  process.exitCode = 2;
}

async function draw(inTheme: ThemeName, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const id of pictureIds)
    for (const locale of locales) {
      const { png } = await renderDiagram(diagramOf(id, locale, inTheme), locale, inTheme);
      write(fileOf(folder, id, locale), png);
    }
}

/** Beside its place, then renamed, so that nobody reads half a picture. */
function write(file: string, bytes: Buffer): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, bytes);
  renameSync(beside, file);
}
