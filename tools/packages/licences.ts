import { allowed, readAs } from './allowed.ts';

/** A package as the lock file has it. */
export interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}

/** One line for each package whose licence is not allowed. `packages`: those of the lock file, by their paths. */
export const unknownLicences = (packages: Readonly<Record<string, Locked>>): string[] =>
  Object.entries(packages).flatMap(([path, { license, dev, devOptional, link }]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    // The folders of our own packages, and the links to them.
    if (!path.includes('node_modules/') || link) return [];
    const licence = readAs[name] ?? license ?? 'no licence';
    return isAllowed(licence, Boolean(dev ?? devOptional)) ? [] : [`${name}: ${licence}`];
  });

/** Of an SPDX expression: each part that is joined by AND, at least one of those that are joined by OR. */
function isAllowed(expression: string, isForMakers: boolean): boolean {
  const choices = expression.replace(/^\(|\)$/g, '').split(' OR ');
  return choices.some((choice) =>
    choice.split(' AND ').every((id) => {
      const found = allowed[id];
      return found && (isForMakers || !found.makersOnly);
    }),
  );
}
