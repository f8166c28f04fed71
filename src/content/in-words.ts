import type { z } from 'zod';

interface Complaint {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What lists hold, by the field that they stand in. */
const entries: Readonly<Record<string, string>> = {
  phrasings: 'phrasings',
  cases: 'cases',
  causes: 'causes',
  claims: 'claims',
  sources: 'sources',
  see: 'pages',
};

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with values',
  record: 'names with values',
};

/** Says in plain words what the schema wants. zod's own messages speak of arrays and keys. */
export function inWords(issue: z.core.$ZodIssue): Complaint[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: 'is no field that stands here; look at another file for their names',
    }));
  return [{ path, message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined && issue.code !== 'custom') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.join(' / ')}, not "${String(issue.input)}"`;
    case 'invalid_format':
      return `must be a whole address that begins with https://, not "${issue.input}"`;
    case 'too_small':
      return limit(issue, `at least ${issue.minimum}`);
    case 'too_big':
      return limit(issue, `at most ${issue.maximum}`);
    default:
      return issue.message;
  }
}

function limit({ path, input }: z.core.$ZodIssue, wanted: string): string {
  if (Array.isArray(input)) {
    const what = entries[String(path.at(-1))] ?? 'entries';
    return `needs ${wanted} ${what}; it has ${input.length}`;
  }
  if (typeof input !== 'string') return `must be ${wanted}`;
  return input === '' ? 'is empty' : `has ${input.length} characters; ${wanted} fit`;
}
