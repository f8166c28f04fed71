import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/index.ts';
import { readLesson } from '../../src/content/read-lesson.ts';
import { runDemo, type DemoResult } from '../../src/demos/index.ts';
import { lessonIds } from '../../src/ids.ts';
import {
  answersOf,
  holds,
  requirementOf,
  type Lesson,
  type LessonStep,
} from '../../src/lessons/index.ts';
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

/** The step that docs/teaching.md shows, as a file of its own. */
function workedExample(): Lesson | undefined {
  const document = readFileSync(join(projectRoot, 'docs/teaching.md'), 'utf8');
  const [, yaml = ''] = /```yaml\n([^]+?)```/.exec(document) ?? [];
  const text = `---\nid: same-model\ntitle: Example\nminutes: 15\nsteps:\n${yaml}---\n\nAn example.\n`;
  return readLesson(text, { name: 'same-model.md', id: 'same-model', locale: 'en', phrasings: [] })
    .item;
}
const [example] = workedExample()?.steps ?? [];

describe('a lesson teaches what its demo shows', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine();
  });

  async function expectTrue(step: LessonStep): Promise<void> {
    const result: DemoResult = await runDemo(engine, step.demo);
    expect(holds(requirementOf(step), result)).toBe(true);
    for (const { answer, isRight, condition } of answersOf(step))
      expect(holds(condition, result), answer).toBe(isRight);
  }

  test.each(steps)('$id: $title', ({ step }) => expectTrue(step));

  test('and so does the worked example of docs/teaching.md', async () => {
    expect(example).toBeDefined();
    if (example) await expectTrue(example);
  });
});
