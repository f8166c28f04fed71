import { refusals } from './refusal.ts';

export interface Route<Handler> {
  readonly method: string;
  /** `/channels/:channel/messages` */
  readonly path: string;
  readonly handle: Handler;
  /** Names of the yes-or-no questions that may stand in the query. */
  readonly flags?: readonly string[];
  /** Of its answer, where that is not 200. */
  readonly status?: number;
  /** True if it needs no `Authorization`. */
  readonly open?: boolean;
}

/** The route of a request and what stands at its `:names`, decoded. */
export function matchRoute<Handler>(
  routes: readonly Route<Handler>[],
  method: string,
  path: string,
): { route: Route<Handler>; params: Record<string, string> } {
  const fitting = routes.flatMap((route) => {
    const params = matchPath(route.path, path);
    return params ? [{ route, params }] : [];
  });
  if (fitting.length === 0) throw refusals.notFound();
  const found = fitting.find(({ route }) => route.method === method);
  if (!found) throw refusals.methodNotAllowed();
  return found;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split('/');
  const parts = path.split('/');
  if (names.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const part = decode(parts[at] ?? '');
    if (name.startsWith(':')) params[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return params;
}

/** `@original` arrives percent-encoded. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
