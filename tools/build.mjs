// Builds Seedling: `npm run build`, or `npm start`. What hasn't changed is not built again; what has is built in a new
// folder beside, which then takes the old one's place. So a bot that runs from the old one never meets half a build, and
// where a build fails, the last one stays. JavaScript, because nothing is compiled yet.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFrom, hashOf, root } from './build/stamp.mjs';

const tsc = 'node_modules/typescript/bin/tsc';
const asc = 'node_modules/assemblyscript/bin/asc.js';

try {
  buildPlayground();
  buildBot();
  learn();
} catch (error) {
  // What failed has said why. Anything else is a mistake of ours.
  if (!(error instanceof Error && 'status' in error)) throw error;
  process.exitCode = 1;
}

/** First: the bot is compiled against its types. */
function buildPlayground() {
  const playground = hashOf('playground');
  if (builtFrom('packages/playground/dist').playground === playground) return;
  replace('packages/playground/dist', (folder) => {
    run('packages/playground/bundle.mjs', join(folder, 'page'));
    run(tsc, '-p', 'packages/playground/tsconfig.build.json', '--outDir', folder);
    note(folder, { playground });
  });
}

function buildBot() {
  const [bot, kernel] = [hashOf('bot'), hashOf('kernel')];
  const old = builtFrom('dist');
  if (old.bot === bot) return;
  replace('dist', (folder) => {
    if (old.kernel === kernel) keep('kernel.wasm', folder);
    else
      run(asc, '--config', 'src/lstm/kernel/asconfig.json', '--outFile', `${folder}/kernel.wasm`);
    run(tsc, '-p', 'tsconfig.build.json', '--outDir', folder);
    // They know themselves whether they still hold.
    for (const library of ['library.bin', 'library.dev.bin']) keep(library, folder);
    note(folder, { bot, kernel });
  });
}

function learn() {
  const learned = hashOf('learned');
  const done = builtFrom('dist');
  if (done.learned === learned) return;
  run('dist/src/cli/learn.js');
  note('dist', { ...done, learned });
}

/** @param {string} folder @param {(beside: string) => void} make */
function replace(folder, make) {
  const [beside, old] = [`${folder}.${process.pid}.new`, `${folder}.${process.pid}.old`];
  try {
    mkdirSync(join(root, beside), { recursive: true });
    make(beside);
    if (existsSync(join(root, folder))) renameSync(join(root, folder), join(root, old));
    renameSync(join(root, beside), join(root, folder));
  } finally {
    for (const path of [beside, old]) rmSync(join(root, path), { recursive: true, force: true });
  }
}

/** @param {string} name @param {string} folder */
function keep(name, folder) {
  if (existsSync(join(root, 'dist', name)))
    copyFileSync(join(root, 'dist', name), join(root, folder, name));
}

/** @param {string} folder @param {Record<string, string>} from */
function note(folder, from) {
  writeFileSync(join(root, folder, 'built-from.json'), `${JSON.stringify(from, null, 2)}\n`);
}

/** @param {string[]} command */
function run(...command) {
  execFileSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
}
