import { deserialize, serialize } from 'node:v8';
import type { Redis } from 'ioredis';
import type { FinishedDemo } from '../demo.ts';
import { resultKey } from './names.ts';

/** A finished demo and its pictures: beside its job and not in it, and for a while only. */
export interface Kept {
  readonly result: FinishedDemo;
  readonly milliseconds: number;
}

/** In seconds. Long enough for a class that asks for the same, and short enough that Redis stays small. */
const keptFor = 600;

export async function keep(redis: Redis, id: string, kept: Kept): Promise<void> {
  await redis.set(resultKey(id), serialize(kept), 'EX', keptFor);
}

export async function find(redis: Redis, id: string): Promise<Kept | undefined> {
  const bytes = await redis.getBuffer(resultKey(id));
  // Safe: only `keep` writes there.
  return bytes ? (deserialize(bytes) as Kept) : undefined;
}
