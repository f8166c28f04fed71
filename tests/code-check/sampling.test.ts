import { expect, test } from 'vitest';
import { found } from './scripts.ts';

test.each([
  [
    'a set gets an order',
    'chars = list(set(open("a.txt").read()))\nindex = {c: i for i, c in enumerate(chars)}\n',
    ['C14a@1'],
  ],
  ['a sorted set', 'chars = sorted(list(set(open("a.txt").read())))\n', []],
  [
    'a set that is sorted later',
    'chars = list(set(open("a.txt").read()))\nchars.sort()\nprint(chars[0])\n',
    [],
  ],
  ['a set of numbers', 'numbers = list(set(range(3)))\n', []],
  ['what is only called set', 'import seaborn as sns\nsns.set(style="dark")\n', []],
  [
    'a next token by chance',
    'import numpy as np\ndef pick(preds):\n    return np.random.choice(5, p=preds)\n',
    ['A7@3'],
  ],
  [
    'a choice that is written by hand',
    'import random\ndef pick(probs):\n    r = random.random()\n    total = 0\n    for i, p in enumerate(probs):\n        total += p\n        if r < total:\n            return i\n',
    ['A7@3'],
  ],
  [
    'now and then the true value',
    'import random\ndef feed(ratio, y, out):\n    return y if random.random() < ratio else out\n',
    [],
  ],
  [
    'the likeliest token',
    'import numpy as np\ndef pick(preds):\n    return np.argmax(preds)\n',
    [],
  ],
])('%s', (_, script, expected) => expect(found(script)).toEqual(expected));
