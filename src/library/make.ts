import { constants, setPriority } from 'node:os';
import { learn } from '../answers/index.ts';
import { loadContent } from '../content/index.ts';
import { convertFixed } from '../words/index.ts';
import { pack, writeWherePossible } from './file.ts';
import { keyOf } from './key.ts';

/**
 * A process of its own: reads and checks the content's folder, learns from it, and says on standard output what came of it:
 * a packed library, or a JSON list of problems. `node make.js <content folder> [file to keep it in]`
 */
const [folder = '', file] = process.argv.slice(2);
const key = keyOf(folder);
// The process that holds the gateway comes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const loaded = loadContent(folder);
if (loaded.ok) {
  const { content } = loaded;
  const traditional = convertFixed(content.terms);
  const bytes = pack(key, { content, learned: learn(content), traditional });
  // Not if somebody changed a file in between: then these bytes would stand for what they are not made from.
  if (file && keyOf(folder) === key) writeWherePossible(file, bytes);
  process.stdout.write(bytes);
} else process.stdout.write(JSON.stringify(loaded.problems));
