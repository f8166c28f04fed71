import { z } from 'zod';
import { lessonIds } from '../ids.ts';
import { expectation, title } from './schema.ts';

/** One or two sentences that stand in a message with others. */
const said = z.string().min(1).max(400);

/** What the result of a demo must show, or must not. */
const requirement = z
  .strictObject({
    before: expectation.exactOptional(),
    after: expectation.exactOptional(),
    compared: z
      .strictObject({
        decided: z.boolean().exactOptional(),
        minWrongByOneRun: z.number().min(0).max(1).exactOptional(),
        maxWrongByOneRun: z.number().min(0).max(1).exactOptional(),
      })
      .exactOptional(),
    averaged: z
      .strictObject({
        minShare: z.number().nonnegative().exactOptional(),
        maxShare: z.number().nonnegative().exactOptional(),
      })
      .exactOptional(),
  })
  .refine(
    (parts) => Object.keys(parts).length > 0,
    'say what must hold: before, after, compared or averaged',
  );

const ofEveryStep = {
  title,
  demo: z.strictObject({
    cause: z.string(),
    variant: z.string(),
    values: z.tuple([z.number(), z.number()]).exactOptional(),
    runs: z.int(),
    seed: z.string(),
  }),
  prompt: said,
  discussion: said,
  explanation: said,
};

const lessonAnswer = z.strictObject({
  answer: z.string().min(1).max(120),
  right: z.literal(true).exactOptional(),
  feedback: said,
  condition: requirement,
});

const lessonStep = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('predict'),
    ...ofEveryStep,
    answers: z
      .array(lessonAnswer)
      .min(2)
      .max(4)
      .refine(
        (answers) => answers.filter(({ right }) => right).length === 1,
        'exactly one of them must be marked with right: true',
      ),
  }),
  z.strictObject({
    kind: z.literal('everybody-trains'),
    ...ofEveryStep,
    condition: requirement,
  }),
]);

/** What stands between the `---` lines of a lesson. */
export const lessonMatter = z.strictObject({
  id: z.enum(lessonIds),
  title,
  minutes: z.int().min(5).max(90),
  steps: z.array(lessonStep).min(1).max(10),
});

export type LessonMatter = z.infer<typeof lessonMatter>;
