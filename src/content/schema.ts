import { z } from 'zod';
import { causeIds } from '../causes.ts';
import { cases } from './page.ts';

const expectation = z
  .strictObject({
    identical: z.boolean().exactOptional(),
    minSpread: z.number().nonnegative().exactOptional(),
    maxSpread: z.number().nonnegative().exactOptional(),
    minError: z.number().nonnegative().exactOptional(),
    maxError: z.number().nonnegative().exactOptional(),
  })
  .refine((fields) => Object.keys(fields).length > 0, 'say at least one thing that must hold');

/** What stands between the `---` lines of a page. */
export const frontMatter = z.strictObject({
  id: z.enum(causeIds),
  title: z.string().min(1).max(60),
  answer: z.string().min(1).max(240),
  cases: z.array(z.enum(cases)).min(1),
  phrasings: z.array(z.string().min(1).max(200)).min(10),
  sources: z
    .array(z.strictObject({ title: z.string().min(1), url: z.url().exactOptional() }))
    .min(1),
  claims: z
    .array(z.strictObject({ variant: z.string(), before: expectation, after: expectation }))
    .min(1),
});

export type FrontMatter = z.infer<typeof frontMatter>;

/** `concepts.yaml`: a name, and regular expressions that mean it. */
export const concepts = z.record(z.string(), z.array(z.string().min(1)).min(1));

/** `off-topic.yaml`: a topic, and how people ask about it. */
export const offTopic = z.record(z.string(), z.array(z.string().min(1)).min(1));

/** `ambiguous.yaml`: two or more causes, and questions that all of them answer. */
export const ambiguous = z.array(
  z.strictObject({
    causes: z.array(z.enum(causeIds)).min(2),
    phrasings: z.array(z.string().min(1)).min(1),
  }),
);
