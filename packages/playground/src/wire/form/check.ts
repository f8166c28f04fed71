import type { z } from 'zod';
import { refusals, type Issue } from '../refusal.ts';

/** The checked body; refuses it in Discord's shape, with the path of each problem. */
export function check<Form>(
  schema: z.ZodType<Form>,
  body: unknown,
  under: readonly PropertyKey[] = [],
): Form {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  const nulls = parsed.error.issues.filter(({ input }) => input === null);
  if (nulls.some(({ path }) => path.length > 0))
    return check(
      schema,
      without(
        body,
        nulls.map(({ path }) => path),
      ),
      under,
    );
  throw refusals.invalidForm(
    parsed.error.issues.map((issue) => ({ ...toIssue(issue), path: [...under, ...issue.path] })),
  );
}

/** Discord takes null for whatever may be left out: then it is left out. */
function without(body: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  const copy: unknown = structuredClone(body);
  for (const path of paths) {
    const parent = path.slice(0, -1).reduce<unknown>((at, key) => fieldOf(at, key), copy);
    const last = path.at(-1);
    if (typeof parent === 'object' && parent !== null && last !== undefined)
      Reflect.deleteProperty(parent, last);
  }
  return copy;
}

const fieldOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** Throws if there is any. */
export function refuseAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw refusals.invalidForm(issues);
}

type ZodIssue = z.core.$ZodIssue;

function toIssue(issue: ZodIssue): Pick<Issue, 'code' | 'message'> {
  if (issue.input === undefined && issue.code !== 'custom')
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  const { code } = issue;
  if (code === 'too_big') return tooMuch(issue.origin, 'MAX', `${issue.maximum} or fewer`);
  if (code === 'too_small') return tooMuch(issue.origin, 'MIN', `${issue.minimum} or more`);
  if (code === 'invalid_format')
    return { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
  if (code === 'custom')
    return { code: String(issue.params?.['code'] ?? 'BASE_TYPE_INVALID'), message: issue.message };
  return { code: 'BASE_TYPE_CHOICES', message: issue.message };
}

function tooMuch(origin: string, side: 'MAX' | 'MIN', limit: string) {
  if (origin === 'number' || origin === 'int')
    return { code: `NUMBER_TYPE_${side}`, message: `int value should be ${limit}.` };
  return {
    code: origin === 'array' ? 'BASE_TYPE_BAD_LENGTH' : `BASE_TYPE_${side}_LENGTH`,
    message: `Must be ${limit} in length.`,
  };
}

/** A rule of Discord's for `.refine`. */
export const rule = (code: string, message: string) => ({ message, params: { code } });

/** True if nothing occurs twice. */
export const allDifferent = (values: readonly unknown[]): boolean =>
  new Set(values).size === values.length;
