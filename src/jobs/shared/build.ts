import { readFileSync } from 'node:fs';

/** Which build this is: another may draw otherwise, or say it in other words. */
export const build = readBuild();

function readBuild(): string {
  try {
    const file = new URL('../../../built-from.json', import.meta.url);
    return (JSON.parse(readFileSync(file, 'utf8')) as { bot: string }).bot;
  } catch {
    // Whoever develops runs the sources.
    return 'sources';
  }
}
