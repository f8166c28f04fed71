import * as fc from 'fast-check';

/** Stands in every hostile text, so that a place where it comes back is found. */
export const marker = 'Qzxj7Wv';

/** What means something to Discord, to JavaScript, to paths or to our own ids. */
const pieces = [
  [
    '@everyone',
    '@here',
    '<@310000000000000002>',
    '<@&330000000000000001>',
    '<#340000000000000001>',
  ],
  ['</demo:350000000000000001>', '<t:1700000000:R>', '<:x:350000000000000001>', '<id:customize>'],
  ['```', '```js\n', '`', '``', '||', '**', '__', '~~', '*', '_', '\\', '\\\\'],
  [
    '# ',
    '\n# ',
    '\n## ',
    '\n-# ',
    '\n- ',
    '\n* ',
    '\n1. ',
    '\n> ',
    '\n>>> ',
    '\n',
    '\r\n',
    '\u2028',
    '\u0085',
  ],
  ['[a](https://x.y)', '[a](<https://x.y> "t")', 'https://x.y/z', '<https://x.y>', 'discord.gg/x'],
  ['\u202E', '\u2066', '\u200F', '\u200B', '\u0000', '\u0007', '\uFEFF', '\uD800', '\uDC00', '️'],
  ['👩‍👩‍👧‍👦', '🇨🇳', 'é', '测试', 'لماذا', 'ﷺ', 'İ', 'ß', '\u0301'.repeat(40)],
  ['__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '-1', '1e999', '0x10'],
  [
    '${7*7}',
    '{{7*7}}',
    '%s',
    '$&',
    "$'",
    '../../etc/passwd',
    "'; DROP TABLE x; --",
    '<script>',
    '[object Object]',
  ],
  [
    'lstm',
    'dropout',
    'model.eval()',
    '为什么每次结果不同',
    'seed',
    'initial-weights',
    'dropout.inference.2.7',
  ],
].flat();

/** Questions that are answered: what stands around them is then quoted. */
const questions = [
  'Why does my LSTM give different results every time?',
  'my dropout differs in every call, same weights',
  '为什么我的 LSTM 每次训练结果都不一样？',
  '為什麼我的 LSTM 每次輸出都不同',
];

/**
 * Any character of Unicode. It is fast-check's `binary` without its table of all of them, which takes a second to make, and
 * which the memory's clean-up then goes through again and again.
 */
const halfCharacters = { from: 0xd8_00, count: 0x8_00 };
const anyCharacter = fc
  .integer({ min: 0, max: 0x10_ff_ff - halfCharacters.count })
  .map((at) => String.fromCodePoint(at < halfCharacters.from ? at : at + halfCharacters.count));

const fragment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...pieces) },
  { weight: 2, arbitrary: fc.constantFrom(...questions) },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom('\uD83D', '\uDE00', 'x'), maxLength: 5 }),
  },
);

const mixed = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''));
const huge = fc
  .tuple(fragment, fc.integer({ min: 100, max: 6_000 }))
  .map(([part, length]) => part.padEnd(1, 'x').repeat(length).slice(0, length));

/** Any text a client, or somebody who forges one, may send: up to 6,000 characters, with `marker` in it. */
export const hostileText: fc.Arbitrary<string> = fc
  .tuple(fc.oneof({ weight: 20, arbitrary: mixed }, { weight: 1, arbitrary: huge }), mixed)
  .map(([before, after]) => `${before}${marker}${after}`.slice(0, 6_000));

/** A text that is answered, so that it comes back quoted. */
export const hostileQuestion: fc.Arbitrary<string> = fc
  .tuple(mixed, fc.constantFrom(...questions), mixed)
  .map(([before, question, after]) => `${before.slice(0, 200)} ${question} ${marker}${after}`);

/** Of any kind Discord has, whatever the option asks for. */
export const hostileValue: fc.Arbitrary<string | number | boolean> = fc.oneof(
  { weight: 8, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.boolean() },
);
