import { mode } from './mode.ts';
import type { Rule } from './rule.ts';
import { orders } from './orders.ts';
import { sampling } from './sampling.ts';
import { seeds } from './seeds.ts';
import { withoutEffect } from './without-effect.ts';

/** A rule that is added to a list here is used everywhere. Its id stands in ids.ts, its sentence in src/words. */
export const rules: readonly Rule[] = [...mode, ...sampling, ...seeds, ...orders, ...withoutEffect];
