import { expect, test } from 'vitest';
import { languageOf } from '../../src/words/index.ts';

test.each([
  ['why does my lstm differ', 'zh-CN', 'en'],
  ['为什么每次输出都不同', 'en', 'zh-CN'],
  ['為什麼每次輸出都不同', 'en', 'zh-TW'],
  ['dropout 忘了关 model.eval()', 'en', 'zh-CN'],
  // Words that are the same in every language.
  ['LSTM dropout?', 'zh-TW', 'zh-TW'],
  ['LSTM dropout?', 'en', 'en'],
  ['', 'zh-CN', 'zh-CN'],
  ['لماذا؟', 'en', 'en'],
] as const)('“%s” in a server in %s is answered in %s', (text, server, language) => {
  expect(languageOf(text, server)).toBe(language);
});
