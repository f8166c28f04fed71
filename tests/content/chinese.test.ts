import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { projectRoot } from '../../src/root.ts';
import { realContent } from './copy.ts';

/** What a Chinese reader stumbles over although every word is right, and words that mean something else to a student. */
const rules: Readonly<Record<string, RegExp>> = {
  // Han letters have no italics, a font slants them by force: write **bold** or “quotes”.
  'slanted Han':
    /(?<![*\w])\*(?![*\s])[^*\n]*\p{Script=Han}[^*\n]*\*(?!\*)|(?<![\w`])_[^_\n]*\p{Script=Han}[^_\n]*_(?![\w`])/u,
  'a slanted value, which may be Han': /(?<!\*)\*\$\{[^}]*\}\*(?!\*)|(?<!\w)_\$\{[^}]*\}_/u,
  'a blank before %': /\d %/u,
  'a blank beside full-width punctuation':
    /\p{Script=Han} [：，。；、？！（）]|[：，。；、？！（）] \p{Script=Han}/u,
  'no blank between Han and Latin letters': /\p{Script=Han}[A-Za-z]|[A-Za-z]\p{Script=Han}/u,
  // As in code, charts and CSV, so that it can be searched for; − stands between two terms.
  'a negative number with −': /(?<![\d\w)] ?)−\d/u,
  'a true answer where a golden pair is meant': /标准答案|标准样例/u,
  'a group of weights (write 同一份权重)': /同一组(?!\**初始)[^，。]{0,6}权重/u,
  'a variant of a demo (write 形式)': /变体/u,
  'the task of signs as one of symbols (write 正负号任务)': /符号任务(?<!正负号任务)/u,
};

/** CommonMark doesn't end a bold text between punctuation and a letter: a blank goes between them. */
const boldWithoutEnd = (line: string): string | undefined => {
  const parts = line.split('**');
  return parts.find(
    (part, at) =>
      at % 2 === 1 &&
      /[：，。；、？！）”]$/u.test(part) &&
      /^[\p{Script=Han}\w$]/u.test(parts[at + 1] ?? ''),
  );
};

const mistakesIn = (text: string): readonly string[] => [
  ...Object.entries(rules).flatMap(([rule, pattern]) => {
    const found = pattern.exec(text);
    const around = found && text.slice(Math.max(0, found.index - 9), found.index + 18);
    return around ? [`${rule}: …${around}…`] : [];
  }),
  ...text.split('\n').flatMap((line) => {
    const open = boldWithoutEnd(line);
    return open === undefined ? [] : [`no blank after the bold: …${open}**…`];
  }),
];

/** Sentences without code and addresses. */
const prose = (text: string): string =>
  text
    .replaceAll(/^```[^]*?^```/gmu, '')
    .replaceAll(/`[^`\n]+`/gu, '`x`')
    .replaceAll(/https?:\S+/gu, '');

/** The strings of a file of words. */
const wordsOf = (source: string): string =>
  source
    .replaceAll(/\/\*\*[^]*?\*\/|^\s*\/\/.*$/gmu, '')
    .replaceAll(/\\`[^`\n]+\\`/gu, '\\`x\\`')
    .replaceAll('\\n', '\n');

describe('the Chinese that is written', () => {
  const loaded = loadContent(realContent);
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  const { pages, followUps, glossary } = loaded.content;
  const written = [
    ...[...(pages.get('zh-CN')?.values() ?? [])].map(({ id, title, answer, sections }) => ({
      name: id,
      text: [title, answer, ...Object.values(sections)].join('\n'),
    })),
    ...[...(followUps.get('zh-CN')?.values() ?? [])].map(({ id, title, answer, body }) => ({
      name: id,
      text: [title, answer, body].join('\n'),
    })),
    ...[...(glossary.get('zh-CN')?.values() ?? [])].map(({ id, name, meaning }) => ({
      name: `${id} of the glossary`,
      text: `${name}\n${meaning}`,
    })),
  ];

  it.each(written)('is set as a reader expects on the page $name', ({ text }) => {
    expect(mistakesIn(prose(text))).toEqual([]);
  });

  const words = join(projectRoot, 'src', 'words', 'zh-CN');
  it.each(readdirSync(words))('is set as a reader expects in the words of %s', (file) => {
    expect(mistakesIn(wordsOf(readFileSync(join(words, file), 'utf8')))).toEqual([]);
  });

  it.each([
    '随机的是*权重矩阵*',
    '_如果_打开',
    '你说 *${said}*',
    '最高达 746 %',
    '**平滑的预测任务：**始终不超过',
    '两次 ，输出不同',
    '用Keras训练',
    '预测是 −0.34',
    '一组标准答案',
    '同一组保存下来的权重',
  ])('would not pass: %s', (text) => {
    expect(mistakesIn(text)).toHaveLength(1);
  });

  it.each([
    '1 − 失活率',
    '(1e8 + 1) − 1e8',
    '**同样的输入：** 相同',
    '第 _t − 1_ 步',
    '**一**个，**两**个',
  ])('passes: %s', (text) => {
    expect(mistakesIn(text)).toEqual([]);
  });
});
