import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../src/root.ts';
import { changesFor } from './new/changes.ts';
import { readRequest } from './new/request.ts';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const write = (file: string, text: string): void => {
  const path = join(projectRoot, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

function main(): number {
  const request = readRequest(process.argv.slice(2));
  if (!request.ok) {
    console.error(request.problem);
    return 2;
  }
  const { files, edits } = changesFor(request.value);
  const taken = Object.keys(files).find((file) => existsSync(join(projectRoot, file)));
  if (taken) {
    console.error(`${taken} exists already; nothing was changed.`);
    return 2;
  }
  // All of it or nothing: an edit that doesn't find its place throws before anything is written.
  const edited = Object.entries(edits).map(([file, edit]) => [file, edit(read(file))] as const);
  for (const [file, text] of [...Object.entries(files), ...edited]) write(file, text);
  for (const file of Object.keys(files)) console.log(`made     ${file}`);
  for (const [file] of edited) console.log(`changed  ${file}`);
  console.log(
    'Now write what is marked TODO. `npm run check:content` names each line of it, and `npm run typecheck` each table that needs an entry.',
  );
  return 0;
}

process.exitCode = main();
