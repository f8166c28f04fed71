import type * as z from 'zod/mini';

/** What a schema refuses, one line each: the path, and why. */
export const problemsOf = (schema: z.ZodMiniType | undefined, value: unknown): string[] =>
  schema?.safeParse(value).error?.issues.flatMap((issue) => explain(issue, [])) ?? [];

/** Of a union: what is wrong with the member that was meant, which is the one whose `type` fits. */
function explain(issue: z.core.$ZodIssue, under: readonly PropertyKey[]): string[] {
  const path = [...under, ...issue.path];
  const line = `${path.map(String).join('.')}: ${issue.message}`;
  if (issue.code !== 'invalid_union') return [line];
  const [meant] = issue.errors
    .filter(
      (issues) => !issues.some((inner) => inner.path.length === 1 && inner.path[0] === 'type'),
    )
    .toSorted((a, b) => a.length - b.length);
  return meant ? meant.flatMap((inner) => explain(inner, path)) : [line];
}
