import { createHash } from 'node:crypto';
import { constants, setPriority } from 'node:os';
import { learn, lessonsOf } from '../answers/index.ts';
import { loadContent, type Content } from '../content/index.ts';
import { convertFixed } from '../words/index.ts';
import { pack, read, unpack, writeWherePossible, type Learned } from './file.ts';
import { codeKey, keyOf } from './key.ts';

/**
 * Runs as a process of its own: `node make.js <content folder> <file of the last library> [keep]`. It reads and checks the
 * folder, learns from it, and writes a packed library, or a JSON list of problems, to standard output; with `keep`, also
 * the library to the file.
 */
const [folder = '', file = '', keep] = process.argv.slice(2);
const key = keyOf(folder);
// The process that holds the gateway has priority.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const loaded = loadContent(folder);
if (loaded.ok) {
  const { content } = loaded;
  const traditional = convertFixed(content.terms);
  const bytes = pack(key, { content, learned: learnFrom(content), traditional });
  // If somebody changed a file meanwhile, the bytes don't belong to the key of these files any more.
  if (keep && keyOf(folder) === key) writeWherePossible(file, bytes);
  process.stdout.write(bytes);
} else process.stdout.write(JSON.stringify(loaded.problems));

/** Most of what is in the content is read, not learned from: where only that has changed, what was learned before holds. */
function learnFrom(content: Content): Learned {
  const lessons = lessonsOf(content);
  const from = createHash('sha256').update(JSON.stringify(lessons)).digest('hex');
  const last = read(file);
  const { learned } = (last && unpack(last, codeKey)) ?? {};
  return learned?.from === from ? learned : { from, bytes: learn(lessons) };
}
