import { expect, test } from 'vitest';
import { countTries } from '../../src/discord/identify.ts';

/** In seconds. */
const hour = 3600;

function start() {
  let now = 5;
  const tries = countTries(() => now * 1000);
  return {
    tries,
    pass: (seconds: number) => void (now += seconds),
    /** Identifies as soon as it may; returns how long it waited. */
    identify: (shard = 0) => {
      const wait = tries.waitOf(shard) / 1000;
      now += wait;
      tries.began(shard);
      return wait;
    },
  };
}

test('a shard whose sessions come to nothing identifies at most twelve times in the first hour, and six in each later one', () => {
  const { identify } = start();
  const inHours = [0, 0, 0];
  for (let at = 0; at < 3 * hour;) {
    at += identify();
    const of = Math.floor(at / hour);
    if (of < inHours.length) inHours[of] = (inHours[of] ?? 0) + 1;
  }
  expect(inHours).toEqual([12, 6, 6]);
});

test('a session that ends after a while is begun anew at once; one that ends at once counts as none', () => {
  const { tries, pass, identify } = start();
  for (let time = 0; time < 5; time += 1) {
    expect(identify()).toBe(0);
    tries.ready(0);
    pass(61);
  }
  identify();
  tries.ready(0);
  expect(identify()).toBe(0);
  tries.ready(0);
  expect(identify()).toBe(15);
});

test('a connection that breaks during a pause does not begin the pause anew', () => {
  const { tries, pass, identify } = start();
  identify();
  identify();
  expect(tries.waitOf(0)).toBe(15_000);
  pass(10);
  expect(tries.waitOf(0)).toBe(5_000);
});

test('shards don’t wait for one another’s failures', () => {
  const { identify } = start();
  identify();
  identify();
  expect(identify(1)).toBe(0);
});
