// Runs a command: `node tools/run.mjs src/cli/ask "why ..."`. What is built starts in a third of the time that TypeScript
// takes, so it is used where it was built from what lies here; else the sources are run as they are.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { builtFrom, hashOf, root } from './build/stamp.mjs';

const [script = ''] = process.argv.splice(2, 1);
const isFresh = builtFrom('dist').bot === hashOf('bot');
if (!isFresh) (await import('tsx/esm/api')).register();
await import(pathToFileURL(join(root, isFresh ? `dist/${script}.js` : `${script}.ts`)).href);
