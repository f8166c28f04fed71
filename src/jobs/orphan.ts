import { existsSync } from 'node:fs';

/** Part of util-linux, and so of every Debian and its images. */
const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** True if the kernel ends our children with us. */
export const endsOrphans = process.platform === 'linux' && setpriv !== undefined;

/**
 * How a child is started so that the kernel kills it when this process is gone (prctl(2), PR_SET_PDEATHSIG), whatever the child
 * does then: one in an endless loop would not see that its parent is gone. Elsewhere it sees that when it next yields.
 */
export const startWith = (options: readonly string[]) =>
  endsOrphans && setpriv !== undefined
    ? { execPath: setpriv, execArgv: ['--pdeathsig', 'KILL', process.execPath, ...options] }
    : { execArgv: [...options] };
