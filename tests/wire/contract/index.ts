import { againstComponentLimits } from './components.ts';
import { againstDefinitionLimits } from './definitions.ts';
import { againstFileTies, againstPings } from './message.ts';
import { againstSpecification, callbackRoute, routeOf } from './specification.ts';
import { isFields, wrong, type Fields, type Violation, type WireRequest } from './violation.ts';

export type { WireFile, WireRequest } from './violation.ts';

/**
 * Everything in a request that breaks Discord's own specification, a limit that it does not state, or our promise to
 * ping nobody; one line each: where it went, the path of the field, and what is wrong. Knows nothing of the playground.
 */
export function violationsOf(request: WireRequest): string[] {
  const violations = [
    ...againstSpecification(request),
    ...againstUnstated(request),
    ...againstHalfCharacters(request.json),
  ];
  // The path holds an interaction's token.
  const where = routeOf(request) ?? `${request.method} ${request.path.slice(0, 40)}`;
  return violations.map(({ path, problem }) =>
    [where, path.map(String).join('.'), problem].filter((part) => part !== '').join(': '),
  );
}

function againstUnstated({ json, files, ...request }: WireRequest): Violation[] {
  const route = routeOf(request);
  if (route?.startsWith('PUT ') && route.endsWith('/commands'))
    return againstDefinitionLimits(json);
  if (!isFields(json)) return [];
  if (route !== callbackRoute) return againstMessage(json, [], files);
  const { data } = json;
  return isFields(data) ? againstMessage(data, ['data'], files) : [];
}

const againstMessage = (
  body: Fields,
  path: readonly PropertyKey[],
  files: WireRequest['files'],
): Violation[] => [
  ...againstComponentLimits(body, path),
  // A modal is no message: nobody is named in it.
  ...(typeof body['custom_id'] === 'string' ? [] : againstPings(body, path)),
  ...againstFileTies(body, path, files),
];

/** Half of a pair of UTF-16 units is no character; JSON can carry it, Discord's database can't. */
function againstHalfCharacters(value: unknown, path: readonly PropertyKey[] = []): Violation[] {
  if (typeof value === 'string')
    return /\p{Cs}/u.test(value) ? [wrong(path, 'Holds half a character.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    againstHalfCharacters(inner, [...path, key]),
  );
}
