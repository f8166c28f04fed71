/** What `npm audit signatures --json` found. */
export type Signatures =
  | { readonly kind: 'checked'; readonly problems: readonly string[] }
  /** The registry, or who keeps its keys, can't be asked from here. */
  | { readonly kind: 'skipped'; readonly why: string };

interface Report {
  readonly invalid?: readonly { readonly name: string; readonly version: string }[];
  readonly missing?: readonly { readonly name: string; readonly version: string }[];
  readonly error?: { readonly summary?: string; readonly code?: string };
}

export function readSignatures(output: string): Signatures {
  const report = parse(output);
  if (!report) return { kind: 'skipped', why: 'npm gave no report' };
  const { error, invalid = [], missing = [] } = report;
  if (error) return { kind: 'skipped', why: error.summary ?? error.code ?? 'npm gave no reason' };
  const lines = (what: string, found: typeof invalid) =>
    found.map(({ name, version }) => `${name}@${version}: ${what}`);
  return {
    kind: 'checked',
    problems: [...lines('its signature is wrong', invalid), ...lines('no signature', missing)],
  };
}

function parse(output: string): Report | undefined {
  try {
    return JSON.parse(output) as Report;
  } catch {
    return undefined;
  }
}
