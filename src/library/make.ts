import { constants, setPriority } from 'node:os';
import { learn } from '../answers/index.ts';
import { loadContent } from '../content/index.ts';
import { convertFixed } from '../words/index.ts';
import { pack, writeWherePossible } from './file.ts';
import { keyOf } from './key.ts';

/**
 * Runs as a process of its own: `node make.js <content folder> [file to keep the library in]`. It reads and checks the
 * folder, learns from it, and writes a packed library, or a JSON list of problems, to standard output.
 */
const [folder = '', file] = process.argv.slice(2);
const key = keyOf(folder);
// The process that holds the gateway has priority.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const loaded = loadContent(folder);
if (loaded.ok) {
  const { content } = loaded;
  const traditional = convertFixed(content.terms);
  const bytes = pack(key, { content, learned: learn(content), traditional });
  // If somebody changed a file meanwhile, the bytes don't belong to the key of these files any more.
  if (file && keyOf(folder) === key) writeWherePossible(file, bytes);
  process.stdout.write(bytes);
} else process.stdout.write(JSON.stringify(loaded.problems));
