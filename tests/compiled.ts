import { join, relative, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';
import { projectRoot } from '../src/root.ts';

/**
 * Has tests import what `npm run build` made, in place of the sources: so they run what runs in production, its
 * children start without a TypeScript loader, and Node loads it without a transformation.
 */
export const compiled: Plugin = {
  name: 'compiled',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer || !/^\.\.?\/.*\.ts$/.test(source)) return undefined;
    const script = relative(projectRoot, resolve(importer, '..', source)).replace(/\.ts$/, '.js');
    if (/^(src|commands)\//.test(script)) return join(projectRoot, 'dist', script);
    const ofPackage = /^(packages\/[^/]+)\/src\/(.+)$/.exec(script);
    return ofPackage
      ? join(projectRoot, ofPackage[1] ?? '', 'dist', ofPackage[2] ?? '')
      : undefined;
  },
};
