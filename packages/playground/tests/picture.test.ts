import { expect, test } from 'vitest';
import { pictureOf } from '../src/wire/picture.ts';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const gif = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61];

test('a picture tells its kind and its size in its header', () => {
  const header = [...png, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0xb0, 0, 0, 3, 0x84];
  expect(pictureOf(Uint8Array.from(header))).toEqual({
    type: 'image/png',
    width: 1200,
    height: 900,
  });
  expect(pictureOf(Uint8Array.from([...gif, 0x58, 0x02, 0xc2, 0x01]))).toEqual({
    type: 'image/gif',
    width: 600,
    height: 450,
  });
});

test('what ends within its header, and what is no picture, is none', () => {
  for (const bytes of [png, gif, [], [...Buffer.from('GIF87a and more')], [...Buffer.from('text')]])
    expect(pictureOf(Uint8Array.from(bytes))).toBeUndefined();
});
