import 'zod';
import type { ZodMiniType } from 'zod/mini';
import type { z } from 'zod';
import { wrong, type Violation } from './violation.ts';

type Issue = z.core.$ZodIssue;

/** Everything in a body that a schema refuses or does not know. */
export function againstSchema(schema: ZodMiniType, body: unknown): Violation[] {
  const parsed = schema.safeParse(body);
  if (parsed.success) return unknownFields(body, parsed.data);
  return parsed.error.issues.flatMap((issue) => explain(issue, []));
}

/** Of a union: what is wrong with the member that was meant, which is the one whose `type` fits. */
function explain(issue: Issue, under: readonly PropertyKey[]): Violation[] {
  const path = [...under, ...issue.path];
  if (issue.code !== 'invalid_union') return [wrong(path, `${issue.message} (${issue.code})`)];
  const meant = issue.errors.filter((issues) => !issues.some(isAboutType));
  const [closest] = (meant.length > 0 ? meant : issue.errors).toSorted(
    (a, b) => a.length - b.length,
  );
  return closest && meant.length > 0
    ? closest.flatMap((inner) => explain(inner, path))
    : [wrong(path, 'Is of no type that Discord knows here.')];
}

const isAboutType = ({ path, code }: Issue): boolean =>
  (path.length === 1 && path[0] === 'type') || (path.length === 0 && code === 'invalid_type');

/** discord.js says these to every address, where Discord ignores them. */
const addedByDiscordJs: ReadonlySet<string> = new Set(['tts', 'enforce_nonce']);

/** A schema leaves out what it doesn't know: such a field is misspelt, or at the wrong place. */
function unknownFields(
  sent: unknown,
  known: unknown,
  path: readonly PropertyKey[] = [],
): Violation[] {
  if (typeof sent !== 'object' || sent === null) return [];
  if (typeof known !== 'object' || known === null) return [];
  return Object.entries(sent).flatMap(([key, value]: [string, unknown]) => {
    const here = [...path, Array.isArray(sent) ? Number(key) : key];
    if (addedByDiscordJs.has(key) && value === false) return [];
    return key in known
      ? unknownFields(value, known[key as keyof typeof known], here)
      : [wrong(here, 'Discord knows no such field here.')];
  });
}
