import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConverterFactory, Locale } from 'opencc-js';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../root.ts';

/** What the conversion writes, and what should stand there instead: `content/zh-TW.yaml`. */
export type Terms = Readonly<Record<string, string>>;

type Convert = (text: string) => string;

/** Simplified Chinese to traditional with Taiwan's terms; made at the first use, for it loads large tables. */
let taiwan: Convert | undefined;

/** A converter with these terms. */
export function traditionalWith(terms: Terms): Convert {
  const convert = (taiwan ??= ConverterFactory(Locale.from.cn, Locale.to.twp));
  const correct = ConverterFactory([Object.entries(terms)]);
  return (text) => correct(convert(text));
}

let inUse: Terms | undefined;
let converter: Convert | undefined;

/** From now on this process converts with these terms; until then with those of the project's own file. */
export function useTerms(terms: Terms): void {
  inUse = terms;
  converter = undefined;
}

/** For another process that should use the same; undefined: those of the file. */
export const termsInUse = (): Terms | undefined => inUse;

export const toTraditional: Convert = (text) =>
  (converter ??= traditionalWith(inUse ?? readTerms()))(text);

function readTerms(): Terms {
  const file = readFileSync(join(projectRoot, 'content', 'zh-TW.yaml'), 'utf8');
  return z.record(z.string(), z.string()).parse(parse(file) ?? {});
}
