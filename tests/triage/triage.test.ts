import { describe, expect, test } from 'vitest';
import { pageIds } from '../../src/ids.ts';
import {
  mostQuestions,
  nextStep,
  questionsOf,
  readPath,
  stepBack,
  writePath,
  type Given,
} from '../../src/triage/index.ts';
import { allPlaces } from './places.ts';

const places = allPlaces();
const ends = places.flatMap((given) => {
  const step = nextStep(given);
  return step.kind === 'result' ? [{ given, ...step }] : [];
});
const left = (given: Given) => {
  const step = nextStep(given);
  return step.kind === 'result' ? step.ranked : step.possible;
};

describe('the triage', () => {
  test('begins with “same saved weights, or trained again?”', () => {
    expect(nextStep({})).toMatchObject({ kind: 'question', question: { id: 'weights' } });
  });

  test('ends within four questions on every path', () => {
    expect(ends.length).toBeGreaterThan(100);
    for (const { given } of ends)
      expect(questionsOf(given).length).toBeLessThanOrEqual(mostQuestions);
  });

  test('never comes to an empty list', () => {
    for (const given of places) expect(left(given), writePath(given)).not.toEqual([]);
  });

  test('can end with each cause among the three that are shown', () => {
    const shown = new Set(ends.flatMap(({ ranked }) => ranked.slice(0, 3)));
    expect([...shown].toSorted()).toEqual(pageIds.toSorted());
  });

  test('asks a question only if an answer to it removes a cause', () => {
    for (const given of places) {
      const step = nextStep(given);
      if (step.kind !== 'question') continue;
      const { id, answers } = step.question;
      const counts = Object.keys(answers).map((answer) => left({ ...given, [id]: answer }).length);
      expect(Math.min(...counts), writePath(given)).toBeLessThan(step.possible.length);
    }
  });

  test('removes nothing for “I don’t know”', () => {
    for (const given of places) {
      const step = nextStep(given);
      if (step.kind !== 'question') continue;
      const after = left({ ...given, [step.question.id]: 'unknown' });
      expect(after.toSorted()).toEqual(step.possible.toSorted());
    }
  });

  test('brings no cause back that an earlier answer removed', () => {
    for (const given of places.filter((place) => questionsOf(place).length > 0)) {
      const before = left(stepBack(given));
      expect(left(given).filter((id) => !before.includes(id))).toEqual([]);
    }
  });

  test('keeps the order of the question’s own causes among equally likely ones', () => {
    const given = { weights: 'trained' } as const;
    const [first, second] = left(given);
    if (!first || !second) throw new Error('Too few causes.');
    expect(nextStep(given, [second, first])).toMatchObject({
      possible: [second, first, ...left(given).slice(2)],
    });
  });
});

describe('the check at the end', () => {
  const everyOrder = pageIds.flatMap((a) => pageIds.map((b) => [a, b] as const));

  test('tells causes apart, whatever the question suggested', () => {
    const dull = ends.flatMap(({ given }) =>
      everyOrder.filter((preferred) => {
        const step = nextStep(given, preferred);
        if (step.kind !== 'result') return true;
        const { ranked, check } = step;
        const [best] = ranked;
        return (
          (ranked.length > 1 && check.outcomes.length < 2) ||
          !check.outcomes.some(({ causes }) => best && causes.includes(best))
        );
      }),
    );
    expect(dull).toEqual([]);
  });

  test('names only causes that are left', () => {
    for (const { ranked, check } of ends)
      for (const { causes } of check.outcomes)
        expect(ranked).toEqual(expect.arrayContaining([...causes]));
  });

  test('has code in short lines', () => {
    for (const { check } of ends)
      for (const line of check.code.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });
});

describe('a path in a button', () => {
  test('leads back to the same place, in eight characters at most', () => {
    for (const given of places) {
      expect(writePath(given).length).toBeLessThanOrEqual(8);
      expect(readPath(writePath(given))).toEqual(given);
    }
  });

  test.each(['w', 'wx', 'ps', 'wsws', 'wspotlsl', 'wspotcrdd0', '....'])(
    '“%s” leads nowhere',
    (path) => {
      expect(readPath(path)).toBeUndefined();
    },
  );
});

test('a cause that is excluded is named nowhere, and some check decides between the others', () => {
  for (const given of places)
    for (const out of pageIds) {
      const step = nextStep(given, [], [out]);
      const named = step.kind === 'result' ? step.ranked : step.possible;
      expect(named.length).toBeGreaterThan(0);
      if (named.length > 1) expect(named, JSON.stringify(given)).not.toContain(out);
    }
});
