import { alwaysOn } from './always-on.ts';
import { data } from './data.ts';
import { machine } from './machine.ts';
import { mode } from './mode.ts';
import { orders } from './orders.ts';
import type { Rule } from './rule.ts';
import { sampling } from './sampling.ts';
import { saving } from './saving.ts';
import { scaling } from './scaling.ts';
import { seeds } from './seeds.ts';
import { state } from './state.ts';
import { withoutEffect } from './without-effect.ts';

/** A rule that is added to a list here is used everywhere. Its id stands in ids.ts, its sentence in src/words. */
export const rules: readonly Rule[] = [
  ...mode,
  ...alwaysOn,
  ...sampling,
  ...state,
  ...seeds,
  ...data,
  ...orders,
  ...saving,
  ...scaling,
  ...machine,
  ...withoutEffect,
];
