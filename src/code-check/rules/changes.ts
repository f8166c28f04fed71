import type { Call } from '../facts/index.ts';
import type { Change } from './rule.ts';

/** One argument more at the end of a call. */
export function addArgument({ args, list }: Call, text: string): Change {
  const last = args.all.at(-1);
  const at = last ? last.argument.span.to : list.from + 1;
  return { kind: 'edit', from: at, to: at, text: [last ? `, ${text}` : text] };
}

/** Another value for an argument that stands there, by its name or its place; else one more. */
export function setArgument(
  call: Call,
  name: string,
  position: number | undefined,
  text: string,
): Change {
  const named = call.args.all.find((each) => each.name === name);
  const found = named ?? (position === undefined ? undefined : call.args.positional[position]);
  if (!found) return addArgument(call, `${name}=${text}`);
  const { from, to } = found.argument.value.span;
  return { kind: 'edit', from, to, text: [text] };
}

/** `f(...)` -> `sorted(f(...))` */
export const wrap = (
  { from, to }: { readonly from: number; readonly to: number },
  name: string,
): Change => ({
  kind: 'edit',
  from,
  to,
  text: [`${name}(`, { from, to, line: 0, endLine: 0 }, ')'],
});
