import type { Scope, Value } from './value.ts';

export const newScope = (parent: Scope | null): Scope => ({
  names: new Map(),
  parent,
  shared: new Set(),
});

export function lookUp(name: string, scope: Scope | null): Value | undefined {
  for (let at = scope; at; at = at.parent) {
    const value = at.names.get(name);
    if (value) return value;
  }
  return undefined;
}

/** The scope that an assignment writes to. */
export function homeOf(name: string, scope: Scope, declares: boolean): Scope {
  if (declares && !scope.shared.has(name)) return scope;
  for (let at: Scope | null = declares ? scope.parent : scope; at; at = at.parent)
    if (at.names.has(name)) return at;
  let top = scope;
  while (top.parent) top = top.parent;
  return top;
}
