import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as opencc from 'opencc-js';
import type * as yaml from 'yaml';
import { projectRoot } from '../root.ts';

/** What the conversion writes, and what should stand there instead: `content/zh-TW.yaml`. */
export type Terms = Readonly<Record<string, string>>;

type Convert = (text: string) => string;

const require = createRequire(import.meta.url);

/** Both at their first use: the bot and its children are told the terms, and most say little that isn't converted before. */
const loadYaml = () => require('yaml') as typeof yaml;
const loadOpencc = () => require('opencc-js') as typeof opencc;

/** Simplified Chinese to traditional with Taiwan's terms; made at the first use, for it builds large tables. */
let taiwan: Convert | undefined;

let simplified: Convert | undefined;

/**
 * What Taiwan calls otherwise, in simplified characters. The library's own list of such words isn't used: it is made for all texts,
 * and gives 引导 (to boot) for 載入 (to load).
 */
const taiwanese = [
  ['呼叫', '调用'],
  ['载入', '加载'],
  ['储存', '保存'],
  ['存档', '保存'],
  ['档案', '文件'],
  ['资料', '数据'],
  ['程式码', '代码'],
  ['程式', '程序'],
  ['回圈', '循环'],
  ['函式', '函数'],
  ['变数', '变量'],
  ['记忆体', '内存'],
  ['网路', '网络'],
  ['预设', '默认'],
  ['伺服器', '服务器'],
  ['精确度', '精度'],
] as const;

/** Traditional Chinese to simplified, with the mainland's terms; made at the first use, too. */
export const toSimplified: Convert = (text) => (simplified ??= simplifiedConverter())(text);

function simplifiedConverter(): Convert {
  const { ConverterFactory, Locale } = loadOpencc();
  const words = taiwanese.map((pair): [string, string] => [...pair]);
  return ConverterFactory(Locale.from.tw, Locale.to.cn, [words]);
}

/** A converter with these terms. */
export function traditionalWith(terms: Terms): Convert {
  const { ConverterFactory, Locale } = loadOpencc();
  const convert = (taiwan ??= ConverterFactory(Locale.from.cn, Locale.to.twp));
  const correct = ConverterFactory([Object.entries(terms)]);
  return (text) => correct(convert(text));
}

/** Lets the tables go: they take 25 MB. Whoever converts next makes them again. */
export function forgetTables(): void {
  taiwan = undefined;
  simplified = undefined;
  converter = undefined;
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
