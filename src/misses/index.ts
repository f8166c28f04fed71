export type { KeptText, Miss, MissCount, MissKind, MissList, Misses } from './misses.ts';
export { openMisses } from './open.ts';
export { daysKept, schema as missesSchema } from './schema.ts';
