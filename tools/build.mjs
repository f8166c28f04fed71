// Builds Seedling: `npm run build`, or `npm start`. What hasn't changed is not built again. Each build of the bot has a
// folder of its own in builds/, and `dist` is a link to the newest: Node follows it when a bot starts, so that a bot and
// the processes it starts later all run the build they began with. Where a build fails, the last one stays.
// JavaScript, because nothing is compiled yet.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFrom, hashOf, root } from './build/stamp.mjs';

const tsc = 'node_modules/typescript/bin/tsc';
const asc = 'node_modules/assemblyscript/bin/asc.js';

/** The newest, and those that a bot may still run from which was not started again after the last two builds. */
const buildsKept = 3;

try {
  buildPlayground();
  await buildBot();
  drawPictures();
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

async function buildBot() {
  const [bot, kernel] = [hashOf('bot'), hashOf('kernel')];
  const old = builtFrom('dist');
  if (old.bot === bot) return;
  await buildBeside(async (folder) => {
    if (old.kernel === kernel) keep('kernel.wasm', folder);
    else
      run(asc, '--config', 'src/lstm/kernel/asconfig.json', '--outFile', `${folder}/kernel.wasm`);
    // By one thread: several check the same files again, which takes half as much processor time more.
    run(tsc, '-p', 'tsconfig.build.json', '--outDir', folder, '--singleThreaded');
    // It knows itself whether it still holds.
    keep('library.bin', folder);
    keep('pictures', folder);
    await noteLibraryKey(folder);
    if (hashOf('bot') !== bot)
      fail('src/ or commands/ changed while they were built: build again.');
    note(folder, { bot, kernel });
  });
}

/**
 * So that what this build learns holds for the sources too, when they are run as they are.
 *
 * @param {string} folder
 */
async function noteLibraryKey(folder) {
  const { keyOfSources } = await import(
    pathToFileURL(join(root, folder, 'src/library/sources.js')).href
  );
  writeFileSync(join(root, folder, 'library.key'), keyOfSources(root));
}

/** Those of the last build stay until then. */
function drawPictures() {
  finish('pictures', 'dist/src/diagrams/draw.js');
}

function learn() {
  finish('learned', 'dist/src/cli/learn.js');
}

/**
 * Runs what adds a part to the finished build, unless what the part is made from is as it was.
 *
 * @param {'pictures' | 'learned'} part @param {string} script
 */
function finish(part, script) {
  const made = hashOf(part);
  const done = builtFrom('dist');
  if (done[part] === made) return;
  run(script);
  note('dist', { ...done, [part]: made });
}

/**
 * In a folder beside, which then takes the old one's place: a process loads all of it at its start.
 *
 * @param {string} folder @param {(beside: string) => void} make
 */
function replace(folder, make) {
  const beside = `${folder}.${process.pid}.new`;
  try {
    mkdirSync(join(root, beside), { recursive: true });
    make(beside);
    putInPlace(beside, folder);
  } finally {
    remove(beside);
  }
}

/** @param {(folder: string) => Promise<void>} make */
async function buildBeside(make) {
  // Their names sort by age.
  const folder = `builds/${Date.now()}-${process.pid}`;
  try {
    mkdirSync(join(root, folder), { recursive: true });
    await make(folder);
  } catch (error) {
    remove(folder);
    throw error;
  }
  const link = `dist.${process.pid}.new`;
  // On Windows a junction, which anybody may make.
  symlinkSync(folder, join(root, link), 'junction');
  putInPlace(link, 'dist');
  for (const old of readdirSync(join(root, 'builds')).toSorted().slice(0, -buildsKept))
    remove(`builds/${old}`);
}

/**
 * A link takes another link's place at once; a folder (on Windows a link, too) has to be moved away first.
 *
 * @param {string} beside @param {string} place
 */
function putInPlace(beside, place) {
  const old = `${place}.${process.pid}.old`;
  try {
    renameSync(join(root, beside), join(root, place));
  } catch {
    renameSync(join(root, place), join(root, old));
    renameSync(join(root, beside), join(root, place));
    remove(old);
  }
}

/** @param {string} path */
function remove(path) {
  rmSync(join(root, path), { recursive: true, force: true });
}

/** @param {string} name @param {string} folder */
function keep(name, folder) {
  if (existsSync(join(root, 'dist', name)))
    cpSync(join(root, 'dist', name), join(root, folder, name), { recursive: true });
}

/** @param {string} folder @param {Record<string, string>} from */
function note(folder, from) {
  writeFileSync(join(root, folder, 'built-from.json'), `${JSON.stringify(from, null, 2)}\n`);
}

/** @param {string} why */
function fail(why) {
  console.error(why);
  throw Object.assign(new Error(why), { status: 1 });
}

/** @param {string[]} command */
function run(...command) {
  execFileSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
}
