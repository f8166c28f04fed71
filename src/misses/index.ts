export type { KeptText, Miss, MissCount, MissKind, MissList, Misses } from './misses.ts';
export { openMisses } from './open.ts';
export { daysKept } from './schema.ts';
