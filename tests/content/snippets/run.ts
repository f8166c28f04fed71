import vm from 'node:vm';
import type { Snippet } from './extract.ts';

/** The names that a snippet declares at its top level. */
export type Scope = Readonly<Record<string, unknown>>;

/**
 * Runs a snippet with these names known to it, and gives back what it declares. Rejects with the page and line where it
 * throws or does not parse.
 */
export async function runSnippet(snippet: Snippet, given: object): Promise<Scope> {
  const names = Object.keys(given).join(', ');
  const source = `(async ({ ${names} }, load) => {{\n${withImports(snippet.code)}\nreturn { ${declaredIn(snippet.code).join(', ')} };\n}})`;
  try {
    const script = new vm.Script(source, {
      filename: snippet.file,
      lineOffset: snippet.line - 2,
    });
    return await (script.runInThisContext() as Run)(given, (name) => import(name));
  } catch (error) {
    throw located(error, snippet);
  }
}

type Run = (given: object, load: (name: string) => Promise<unknown>) => Promise<Scope>;

/** Import statements stand only in modules; a function has to load what it needs. */
const withImports = (code: string): string =>
  code
    .replaceAll(/^import (\w+) from ('.+');/gm, 'const { default: $1 } = await load($2);')
    .replaceAll(/^import (\{.+\}) from ('.+');/gm, 'const $1 = await load($2);');

const declaredIn = (code: string): string[] =>
  [...code.matchAll(/^(?:const|let|(?:async )?function) (?:(\w+)|[{[] (.+) [}\]] =)/gm)].flatMap(
    ([, name, several]) => name ?? several?.split(', ') ?? [],
  );

function located(error: unknown, { file, line }: Snippet): Error {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = stack.match(new RegExp(`${file}:(\\d+)`))?.[1] ?? line;
  return new Error(`${file}:${at}: ${String(error)}`, { cause: error });
}
