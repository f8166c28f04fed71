/** The oldest major version of Node.js that gets security fixes. */
const oldestKept = 22;

/** What to say of a Node.js on which Seedling works, though it is past its end of life; nothing of the others. */
export const outdatedNode = (version: string): string | undefined =>
  Number.parseInt(version, 10) < oldestKept
    ? `Node.js ${version} is past its end of life and gets no security fixes any more. Seedling works on it, but better take Node.js 24.`
    : undefined;
