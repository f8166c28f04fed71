import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ConverterFactory, Locale } from 'opencc-js';
import type * as yaml from 'yaml';
import { projectRoot } from '../root.ts';

/** What the conversion writes, and what should stand there instead: `content/zh-TW.yaml`. */
export type Terms = Readonly<Record<string, string>>;

type Convert = (text: string) => string;

/** At its first use: the bot and its children are told the terms, so they never need it. */
const loadYaml = () => createRequire(import.meta.url)('yaml') as typeof yaml;

/** Simplified Chinese to traditional with Taiwan's terms; made at the first use, for it builds large tables. */
let taiwan: Convert | undefined;

let simplified: Convert | undefined;

/** Traditional Chinese to simplified, word by word as it is written; made at the first use, too. */
export const toSimplified: Convert = (text) =>
  (simplified ??= ConverterFactory(Locale.from.tw, Locale.to.cn))(text);

/** A converter with these terms. */
export function traditionalWith(terms: Terms): Convert {
  const convert = (taiwan ??= ConverterFactory(Locale.from.cn, Locale.to.twp));
  const correct = ConverterFactory([Object.entries(terms)]);
  return (text) => correct(convert(text));
}

/** Texts by what they are in simplified Chinese, converted before. */
export type Converted = ReadonlyMap<string, string>;

let inUse: Terms | undefined;
let known: Converted = new Map();
let converter: Convert | undefined;

/**
 * From now on this process converts with these terms; until then with those of the project's own file. What was converted
 * with them before isn't again: so a start needs no tables.
 */
export function useTerms(terms: Terms, converted: Converted = new Map()): void {
  inUse = terms;
  known = converted;
  converter = undefined;
}

/** For another process that should use the same; undefined: those of the file. */
export const termsInUse = (): Terms | undefined => inUse;

export const toTraditional: Convert = (text) =>
  known.get(text) ?? (converter ??= traditionalWith(inUse ?? readTerms()))(text);

function readTerms(): Terms {
  const file = readFileSync(join(projectRoot, 'content', 'zh-TW.yaml'), 'utf8');
  // Checked where content is read.
  return (loadYaml().parse(file) ?? {}) as Terms;
}
