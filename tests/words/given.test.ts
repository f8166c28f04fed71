import { describe, expect, test } from 'vitest';
import { demoCli as englishCli } from '../../src/words/en/demo-cli.ts';
import { lessons as english } from '../../src/words/en/lessons.ts';
import { demoCli as chineseCli } from '../../src/words/zh-CN/demo-cli.ts';
import { lessons as chinese } from '../../src/words/zh-CN/lessons.ts';

type Sentence = (...given: readonly (readonly string[])[]) => string;

/** Every sentence that is given something, with the path of its key. */
const sentences = (words: object, path = ''): [string, Sentence][] =>
  Object.entries(words).flatMap(([key, word]: [string, unknown]): [string, Sentence][] => {
    if (typeof word === 'function') return [[path + key, word as Sentence]];
    return typeof word === 'object' && word ? sentences(word, `${path}${key}.`) : [];
  });

describe.each([
  ['lessons in English', english],
  ['lessons in Chinese', chinese],
  ['the command line in English', englishCli],
  ['the command line in Chinese', chineseCli],
])('%s', (_, words) => {
  test.each(sentences(words))('says all that it is given: %s', (name, sentence) => {
    // A list of one prints as its only word, so it stands for a text, a number and a list.
    const given = Array.from({ length: sentence.length }, (_given, at) => [`given${at}`]);
    // The last one of these only chooses the sentence.
    const said = name.endsWith('.values') ? given.slice(0, 2) : given;
    for (const [word] of said) expect(sentence(...given)).toContain(word);
  });
});
