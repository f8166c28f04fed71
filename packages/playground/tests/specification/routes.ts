import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** What Discord's own specification says of a route. */
export interface RouteSpecification {
  readonly query: Readonly<Record<string, string>>;
  readonly body: z.ZodMiniType | undefined;
  /** By status; a status without a body has no schema. */
  readonly answers: Readonly<Record<string, z.ZodMiniType | undefined>>;
}

/** All schemas by name. Not a literal, because the package's own types don't pass our compiler. */
const zodModule: string = 'discord-api-spec/zod';
const schemas = (await import(zodModule)) as Readonly<Record<string, z.ZodMiniType>>;

// The package lists its routes in types only, so they are read from its text, which a program wrote: regular enough.
const source = readFileSync(
  new URL('../../../../node_modules/discord-api-spec/build/discord-api-spec.ts', import.meta.url),
  'utf8',
);
const paths = source.slice(source.indexOf('export interface Paths'));

/** Every route of Discord's whose path fits: `/webhooks/:id/:token/messages/:message` fits two. */
export function specificationsOf(method: string, path: string): RouteSpecification[] {
  const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '([^/]+)')}$`);
  return [...paths.matchAll(/^ {2}"(.+)": \{\n([^]*?)\n {2}\};/gm)]
    .filter(([, specified = '']) => pattern.test(specified))
    .filter(([, specified = '']) => sameNames(path, specified))
    .flatMap(([, , methods = '']) => {
      const start = methods.indexOf(`    ${method.toLowerCase()}: {\n`);
      return start < 0 ? [] : [read(methods.slice(start, methods.indexOf('\n    };', start)))];
    });
}

/** A fixed part of a path stands for itself on both sides; a name also for `@original`. */
const sameNames = (ours: string, theirs: string): boolean =>
  theirs.split('/').every((part, at) => {
    const isName = ours.split('/')[at]?.startsWith(':') ?? false;
    return isName === (part.startsWith('{') || part === '@original');
  });

function read(text: string): RouteSpecification {
  const [, query = ''] = /query\?: \{\n([^]*?)\n {8}\}/.exec(text) ?? [];
  const [, body = ''] = /^ {6}requestBody\??:([^]*?);\n {6}responses/m.exec(text) ?? [];
  const answers = [...text.matchAll(/^ {8}"(2\d\d)":([^]*?);\n(?= {8}\S| {6}\})/gm)];
  return {
    query: Object.fromEntries(
      [...query.matchAll(/(\w+)\??: (\w+)/g)].map(([, name, type]) => [name, type]),
    ),
    body: schemaOf(body),
    answers: Object.fromEntries(
      answers.map(([, status = '', type = '']) => [status, schemaOf(type)]),
    ),
  };
}

/** `A | B[] | null` as a schema; undefined if no name of a schema is in it. */
function schemaOf(type: string): z.ZodMiniType | undefined {
  const members = [...type.matchAll(/([A-Z]\w+)(\[\])?/g)].flatMap(([, name, isList]) => {
    const schema = schemas[`${name}Schema`];
    return schema ? [isList ? z.array(schema) : schema] : [];
  });
  return members.length === 0 ? undefined : z.union(members);
}
