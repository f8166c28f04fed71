import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConverterFactory, Locale } from 'opencc-js';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../root.ts';

/** Simplified Chinese to traditional with Taiwan's terms; made at the first use, for it loads large tables. */
let converter: ((text: string) => string) | undefined;

export const toTraditional = (text: string): string => (converter ??= createConverter())(text);

function createConverter(): (text: string) => string {
  const file = readFileSync(join(projectRoot, 'content', 'zh-TW.yaml'), 'utf8');
  const overrides = z.record(z.string(), z.string()).parse(parse(file) ?? {});
  const convert = ConverterFactory(Locale.from.cn, Locale.to.twp);
  const correct = ConverterFactory([Object.entries(overrides)]);
  return (text) => correct(convert(text));
}
