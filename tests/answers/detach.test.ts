import { expect, test } from 'vitest';
import { detach } from '../../src/answers/detach.ts';

test('no array holds the bytes that it was read from', () => {
  const bytes = new Uint8Array(1000);
  const read = {
    name: 'models',
    weights: { ours: new Float32Array(bytes.buffer, 8, 2), none: null },
    hashes: new Int32Array([1, 2]),
  };
  const own = detach(read);
  expect(own).toEqual(read);
  expect(own.weights.ours.buffer.byteLength).toBe(8);
  expect(own.hashes).toBe(read.hashes);
});
