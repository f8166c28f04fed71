import { causeIds, type CauseId } from '../ids.ts';

/** Studies: demos about no single cause; they have no page. Replay codes and button ids contain these: never rename one. */
export const studyIds = ['all', 'butterfly', 'steadier', 'compare'] as const;
export type StudyId = (typeof studyIds)[number];

/** Everything that /demo can run. */
export type DemoId = CauseId | StudyId;
export const demoIds: readonly DemoId[] = [...causeIds, ...studyIds];

export const isDemoId = (text: string): text is DemoId =>
  (demoIds as readonly string[]).includes(text);

/**
 * The variants of each demo, the default one first. Replay codes contain these: never rename one. A new variant begins
 * here; the compiler then names every file where something of it is missing.
 */
const variantIds = {
  'initial-weights': ['retrain'],
  'batch-order': ['retrain'],
  dropout: ['inference', 'training'],
  'time-steps': ['length', 'alignment'],
  hyperparameters: ['learning-rate', 'hidden-units', 'clipping'],
  'data-set': ['sampling', 'shift', 'dirty'],
  'carried-state': ['between-calls', 'within-predict'],
  'floating-point': ['engines', 'batch-size', 'addition-order'],
  'saved-model': ['not-loaded', 'wrong-epoch', 'scaler'],
  all: ['ranking'],
  butterfly: ['one-bit'],
  steadier: ['averages'],
  /** The settings of which it compares two values. */
  compare: [
    'learning-rate',
    'hidden-units',
    'window',
    'clipping',
    'dropout-rate',
    'training-steps',
  ],
} as const satisfies Record<DemoId, readonly string[]>;

export type VariantId<Id extends DemoId = DemoId> = (typeof variantIds)[Id][number];

/** The default one first. */
export const variantsOf = (id: DemoId): readonly [VariantId, ...VariantId[]] => variantIds[id];

/** A demo in one of its variants, as `checkParameters` lets it through. */
export interface Chosen<Id extends DemoId = DemoId> {
  readonly cause: Id;
  readonly variant: VariantId;
}

/** One thing for each variant of each demo. */
export type ByVariant<Thing, Id extends DemoId = DemoId> = {
  readonly [Each in Id]: Readonly<Record<VariantId<Each>, Thing>>;
};

export function ofVariant<Thing, Id extends DemoId>(
  things: ByVariant<Thing, Id>,
  { cause, variant }: Chosen<Id>,
): Thing {
  // Safe: a chosen variant is one of that demo's own.
  return (things[cause] as Readonly<Record<VariantId, Thing>>)[variant];
}

/** A setting of which /compare takes two values. */
export type SettingId = VariantId<'compare'>;

/** The rows of the ranking, in the order in which they are run. */
export const rankedIds = [
  'initial-weights',
  'batch-order',
  'dropout-training',
  'dropout-left-on',
  'data-set',
  'carried-state',
  'floating-point',
  'learning-rate',
  'time-steps',
  'saved-model',
] as const;
export type RankedId = (typeof rankedIds)[number];
