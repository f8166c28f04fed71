import { z } from 'zod';
import { differences, frameworks, heldThings, sizes } from '../evidence/index.ts';
import { caseIds, causeIds, followUpIds, pageIds, pictureIds, topicIds } from '../ids.ts';
import { messageOf } from '../errors.ts';

/** What one run of a demo shows. */
export const expectation = z
  .strictObject({
    identical: z.boolean().exactOptional(),
    minSpread: z.number().nonnegative().exactOptional(),
    maxSpread: z.number().nonnegative().exactOptional(),
    minError: z.number().nonnegative().exactOptional(),
    maxError: z.number().nonnegative().exactOptional(),
  })
  .refine(
    (fields) => Object.keys(fields).length > 0,
    'say what must hold: identical, minSpread, maxSpread, minError or maxError',
  );

export const title = z.string().min(1).max(60);
const answer = z.string().min(1).max(240);
const sources = z
  .array(z.strictObject({ title: z.string().min(1), url: z.url().exactOptional() }))
  .min(1);

/** It is shown between backticks. */
const lineOfCode = z
  .string()
  .min(1)
  .max(72)
  .regex(/^[^`\n]+$/, 'must be one line of code, without backticks');

/** Shown where the page is opened; drawn in src/diagrams. */
const picture = z.enum(pictureIds).exactOptional();

const ofEveryPage = {
  title,
  answer,
  cases: z.array(z.enum(caseIds)).min(1),
  fix: z.strictObject({ pytorch: lineOfCode, keras: lineOfCode, tfjs: lineOfCode }),
  picture,
  sources,
};

/** What stands between the `---` lines of a page whose cause has a demo. */
export const causeMatter = z.strictObject({
  id: z.enum(causeIds),
  ...ofEveryPage,
  claims: z
    .array(z.strictObject({ variant: z.string(), before: expectation, after: expectation }))
    .min(1),
});

/** The same of a page without a demo: no claims. `under` is the page whose special case it is. */
export const topicMatter = z.strictObject({
  id: z.enum(topicIds),
  ...ofEveryPage,
  under: z.enum(pageIds).exactOptional(),
});

export type PageMatter = z.infer<typeof causeMatter> | z.infer<typeof topicMatter>;

/** What stands between the `---` lines of a follow-up. `see`: the pages it leads to, best first. */
export const followUpMatter = z.strictObject({
  id: z.enum(followUpIds),
  title,
  answer,
  see: z.array(z.enum(pageIds)).min(1).max(4),
  picture,
  sources,
});

export type FollowUpMatter = z.infer<typeof followUpMatter>;

/** `phrasings/<page>.yaml`: how people ask about that page or follow-up. */
export const phrasingsFile = z.strictObject({
  phrasings: z.array(z.string().min(1).max(200)).min(15),
});

const pattern = z
  .string()
  .min(1)
  .check(({ value, issues }) => {
    const complain = (message: string) => issues.push({ code: 'custom', message, input: value });
    try {
      new RegExp(value, 'u');
    } catch (error) {
      const reason = messageOf(error).split(': ').at(-1);
      complain(`"${value}" is not a regular expression: ${reason}`);
    }
    if (/[A-Z]/.test(value.replaceAll(/\\p\{[^}]*\}|\\./giu, '')))
      complain(`"${value}" has a capital letter, but questions are read in small ones`);
  });

const patterns = z.array(pattern).min(1);

/** A pattern in which `{name}` stands for what a cause is called. */
const frame = z.string().check(({ value, issues }) => {
  const complain = (message: string) => issues.push({ code: 'custom', message, input: value });
  if (!value.includes('{name}')) complain(`"${value}" needs {name} where a cause is named`);
  const { error } = pattern.safeParse(value.replaceAll('{name}', 'name'));
  if (error) complain(error.issues[0]?.message ?? '');
});

/** `ruled-out.yaml`: what people say, which causes that rules out, and what is held. */
export const statements = z.record(
  z.string(),
  z
    .strictObject({
      'rules-out': z.array(z.enum(pageIds)),
      held: z.enum(heldThings).exactOptional(),
      check: z.partialRecord(z.enum(frameworks), lineOfCode).exactOptional(),
      wordings: patterns,
    })
    .refine(
      (group) => group['rules-out'].length === 0 || group.check !== undefined,
      'needs a check: one line of code that shows whether it is so',
    ),
);

/** `evidence.yaml`: how people say what differs, between what, and how much. */
export const evidence = z.strictObject({
  difference: patterns,
  'same-value': patterns,
  'not-stated': z.strictObject({ asked: patterns, undone: patterns, 'asked-after': patterns }),
  between: z.record(z.enum(differences), patterns),
  size: z.record(z.enum(sizes), patterns),
  framework: z.record(z.enum(frameworks), patterns),
  names: z.record(z.enum(pageIds), patterns),
  suspicion: z.array(frame).min(1),
  effect: z.array(frame).min(1),
  exclusion: z.array(frame).min(1),
  symptoms: z.partialRecord(z.enum(pageIds), patterns),
  normal: patterns,
  fork: patterns,
});

/** `off-topic.yaml`: a topic, and how people ask about it. */
export const offTopic = z.record(z.string(), z.array(z.string().min(1)).min(1));

/** `ambiguous.yaml`: two or more causes, and questions that all of them answer. */
export const ambiguous = z.array(
  z.strictObject({
    causes: z.array(z.enum(pageIds)).min(2),
    phrasings: z.array(z.string().min(1)).min(1),
  }),
);

/** `glossary.yaml`: an id, and what a word means. `see`: the pages and follow-ups that go on, best first. */
export const glossary = z.record(
  z.string(),
  z.strictObject({
    name: z.string().min(1).max(40),
    asked: z.array(z.string().min(1).max(40)).min(1),
    meaning: z.string().min(1).max(400),
    see: z
      .array(z.enum([...pageIds, ...followUpIds]))
      .min(1)
      .max(3),
  }),
);

/** What is said around a question, see `conversation.yaml`. */
export const sayingIds = [
  'greeting',
  'thanks',
  'help',
  'what-is',
  'fix',
  'check',
  'why',
  'retrained',
  'same-weights',
  'not-it',
  'pytorch',
  'keras',
  'tfjs',
  'filler',
  'field',
  'question',
  'question-verb',
  'still',
] as const;

/** `conversation.yaml`: each of these, and regular expressions that mean it. */
export const conversation = z.record(z.enum(sayingIds), z.array(pattern).min(1));

/** `zh-TW.yaml`: what the conversion writes, and what should stand there. src/words applies it. */
export const overrides = z.record(z.string(), z.string().min(1));
