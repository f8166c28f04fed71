import { createHash } from 'node:crypto';

/**
 * Stands for a person in one lesson: a hash of their Discord id and the lesson's salt, so that the votes of two lessons
 * can't be laid side by side.
 */
export const voterKey = (userId: string, salt: string): string =>
  createHash('sha256').update(`${salt} ${userId}`).digest('hex').slice(0, 32);
