import type { Span } from '../parse/tree.ts';
import { Args } from './args.ts';
import type { Frame, Machine } from './machine.ts';
import { marksOf, unite, type Mark, type Value } from './value.ts';

/** Functions that are handed on are called by whoever gets them, so they are read there. What they return carries. */
export function invokeCallbacks(machine: Machine, args: Args, frame: Frame): readonly Mark[] {
  const marks = unite(...args.values.map((each) => marksOf(each)));
  const results = args.all
    .filter(
      ({ name }) =>
        name === null || /^(target|closure|fn|func|callback|model_fn|objective)$/.test(name),
    )
    .flatMap(({ value }) => (value.kind === 'function' ? [value] : []))
    .map((callback) => machine.invoke(callback, unknownArgs(callback, marks), frame));
  return unite(...results.map((each) => marksOf(each)));
}

function unknownArgs(
  { shape, self }: Extract<Value, { kind: 'function' }>,
  marks: readonly Mark[],
): Args {
  const span: Span = shape.span;
  return new Args(
    shape.parameters
      .slice(self ? 1 : 0)
      .filter(({ isRest, initial }) => !isRest && !initial)
      .map(({ name }) => ({
        name,
        value: { kind: 'unknown' as const, marks },
        argument: {
          name,
          value: { kind: 'parts' as const, parts: [], span },
          isSpread: false,
          span,
        },
      })),
  );
}
