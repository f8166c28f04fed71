import { openLibrary } from '../library/index.ts';

/** The last step of the build: learns from the content, unless what was learned before still holds. */
const opened = await openLibrary();
for (const problem of opened.ok ? [] : opened.problems) process.stderr.write(`${problem}\n`);
process.exitCode = opened.ok ? 0 : 2;
