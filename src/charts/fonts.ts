import { GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FontError } from './font-error.ts';

/** Packages of the families that a chart names; their fonts come in slices, each for some characters. */
const packages: Readonly<Record<string, string>> = {
  Inter: 'inter',
  'Noto Sans SC': 'noto-sans-sc',
  'Noto Sans TC': 'noto-sans-tc',
};

interface Slice {
  readonly file: string;
  readonly alias: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

const require = createRequire(import.meta.url);
const slicesByFamily = new Map<string, readonly Slice[]>();
const registered = new Set<string>();

/**
 * Registers the fonts that the characters need, and returns their aliases for use as a font family. If a font is missing, a
 * canvas silently draws nothing, so this throws. No system font is used.
 */
export function registerFonts(families: readonly string[], characters: Iterable<string>): string[] {
  const slices = families.filter((family) => family in packages).flatMap(slicesOf);
  const needed = new Set<Slice>();
  for (const character of new Set(characters)) {
    const slice = slices.find((candidate) => covers(candidate, character));
    if (!slice) throw new FontError(`No font has the character ${nameOf(character)}.`);
    needed.add(slice);
  }
  // In the order of the families: where several fonts have a character, the first one draws it.
  const ordered = slices.filter((slice) => needed.has(slice));
  ordered.forEach(register);
  return ordered.map((slice) => slice.alias);
}

/**
 * From now on the context's font can be set as Chart.js sets it, `600 16px Inter, sans-serif`. Our fonts are variable and
 * registered under aliases: so this translates, and sets the weight as a variation of the font.
 */
export function useFonts(context: SKRSContext2D, aliases: readonly string[]): void {
  const families = aliases.join(', ');
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(context), 'font');
  Object.defineProperty(context, 'font', {
    get: () => native?.get?.call(context),
    set(font: string) {
      const [, weight = '400', pixels = '12'] = /(?:(\d{3}|bold) )?([\d.]+)px/.exec(font) ?? [];
      native?.set?.call(context, `${pixels}px ${families}`);
      context.fontVariationSettings = `"wght" ${weight === 'bold' ? '700' : weight}`;
    },
  });
}

function slicesOf(family: string): readonly Slice[] {
  const known = slicesByFamily.get(family);
  if (known) return known;
  const name = packages[family] ?? '';
  const ranges = readRanges(name);
  const slices = Object.entries(ranges).map(([key, list]): Slice => {
    const part = `${name}-${key.replace(/[[\]]/g, '')}-wght-normal`;
    return {
      file: `@fontsource-variable/${name}/files/${part}.woff2`,
      alias: `seedling-${part}`,
      ranges: list.split(',').map(parseRange),
    };
  });
  slicesByFamily.set(family, slices);
  return slices;
}

function readRanges(name: string): Record<string, string> {
  const file = resolve(`@fontsource-variable/${name}/unicode.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

/** From `U+4e00-4e02` or `U+4e00`. */
function parseRange(text: string): readonly [number, number] {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
  return [parseInt(first, 16), parseInt(last, 16)];
}

function covers({ ranges }: Slice, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => first <= code && code <= last);
}

function register({ file, alias }: Slice): void {
  if (registered.has(alias)) return;
  if (!GlobalFonts.registerFromPath(resolve(file), alias))
    throw new FontError(`The font file ${file} can't be read. Run "npm ci" again.`);
  registered.add(alias);
}

function resolve(file: string): string {
  try {
    return require.resolve(file);
  } catch (error) {
    throw new FontError(`The font file ${file} is missing. Run "npm ci" again.`, { cause: error });
  }
}

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
