import { LRUCache } from 'lru-cache';
import type { ExaminedCode, ExaminedOutputs } from '../../src/jobs/index.ts';
import type { Told } from '../../src/outputs-check/index.ts';
import type { Differs } from '../check/differs.ts';
import { expiring, type Clock } from './expiring.ts';

type Done<Checked> = Extract<Checked, { readonly ok: true }>;

/** Code that was looked through. */
export interface SeenCode {
  readonly kind: 'code';
  readonly userId: string;
  readonly report: Done<ExaminedCode['checked']>['report'];
  readonly diff: string;
  readonly differs?: Differs | undefined;
}

/** Outputs that were looked through; they themselves are kept too, to be read the other way round. */
export interface SeenOutputs extends Omit<Done<ExaminedOutputs['checked']>, 'ok'> {
  readonly kind: 'outputs';
  readonly userId: string;
  readonly bytes: Uint8Array;
  readonly told: Told;
}

type Seen = SeenCode | SeenOutputs;

/**
 * What was found in what people sent, as long as a conversation lasts: so that a button below it can show it once more. It is
 * kept nowhere else.
 */
export interface Checks {
  /** `id`: of the interaction, or the message, that asked for it. */
  note(id: string, seen: Seen): void;
  code(id: string): SeenCode | undefined;
  outputs(id: string): SeenOutputs | undefined;
  /** The last that this person had checked. */
  latestCode(userId: string): SeenCode | undefined;
  latestOutputs(userId: string): SeenOutputs | undefined;
  /** Of this person. */
  forget(userId: string): void;
}

/** Of all that is kept, in bytes. */
const mostKept = 50_000_000;

export function createChecks(minutes = 10, clock?: Clock): Checks {
  const seen = new LRUCache<string, Seen>({
    ...expiring(minutes * 60, clock),
    maxSize: mostKept,
    sizeCalculation: sizeOf,
  });
  const latest = new LRUCache<string, string>(expiring(minutes * 60, clock));
  const find = <Kind extends Seen['kind']>(id: string, kind: Kind) => {
    const found = seen.get(id);
    return found?.kind === kind ? (found as Extract<Seen, { kind: Kind }>) : undefined;
  };
  const latestOf = <Kind extends Seen['kind']>(kind: Kind, userId: string) =>
    find(latest.get(`${kind} ${userId}`) ?? '', kind);
  return {
    note(id, what) {
      seen.set(id, what);
      latest.set(`${what.kind} ${what.userId}`, id);
    },
    code: (id) => find(id, 'code'),
    outputs: (id) => find(id, 'outputs'),
    latestCode: (userId) => latestOf('code', userId),
    latestOutputs: (userId) => latestOf('outputs', userId),
    forget(userId) {
      for (const [id, each] of seen.entries()) if (each.userId === userId) seen.delete(id);
    },
  };
}

/** A report has a few lines of each finding. */
const sizeOf = (what: Seen): number =>
  20_000 + (what.kind === 'code' ? what.diff.length : what.bytes.length + what.png.length);
