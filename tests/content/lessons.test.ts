import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { runDemo, type DemoResult } from '../../src/demos/index.ts';
import { lessonIds } from '../../src/ids.ts';
import { answersOf, holds, requirementOf } from '../../src/lessons/index.ts';
import { createEngine, type Engine } from '../../src/lstm/index.ts';
import { projectRoot } from '../../src/root.ts';
import { locales } from '../../src/words/index.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { lessons } = loaded.content;
const steps = [...(lessons.get('en')?.values() ?? [])].flatMap((lesson) =>
  lesson.steps.map((step) => ({ id: lesson.id, title: step.title, step })),
);

test('every lesson is there in every language', () => {
  for (const locale of locales)
    expect([...(lessons.get(locale)?.keys() ?? [])].toSorted()).toEqual(lessonIds.toSorted());
});

describe('a lesson teaches what its demo shows', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine();
  });

  test.each(steps)('$id: $title', async ({ step }) => {
    const result: DemoResult = await runDemo(engine, step.demo);
    expect(holds(requirementOf(step), result)).toBe(true);
    for (const { answer, isRight, condition } of answersOf(step))
      expect(holds(condition, result), answer).toBe(isRight);
  });
});
