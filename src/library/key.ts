import { readFileSync } from 'node:fs';
import { projectRoot } from '../root.ts';
import { hashOf } from './hash.ts';
import { keyOfSources } from './sources.ts';

/** Written by the build, beside the compiled code. */
const noted = new URL('../../library.key', import.meta.url);
const isCompiled = !import.meta.url.endsWith('.ts');

/** The key of the code, fixed when the process starts, because that is the code which the process runs. */
export const codeKey = isCompiled ? readFileSync(noted, 'utf8') : keyOfSources(projectRoot);

/** The key of everything that a library is made from: the code, and the content's files. */
export const keyOf = (contentFolder: string): string => codeKey + hashOf(contentFolder, () => true);
