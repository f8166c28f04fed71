/**
 * The ids that all rooms share: causes, topics, follow-ups, cases and sections. Scripts, replay codes and buttons
 * contain them: never rename one. (The ids of demos and their variants stand in src/demos/ids.ts.)
 */

/** The causes that a demo proves. A new one is added here, in content/ and in src/demos. */
export const causeIds = [
  'initial-weights',
  'batch-order',
  'dropout',
  'time-steps',
  'hyperparameters',
  'data-set',
  'carried-state',
  'floating-point',
  'saved-model',
] as const;

export type CauseId = (typeof causeIds)[number];

/** Causes that have a page and no demo. One that gets a demo moves to the list above. */
export const topicIds = [
  'gpu-kernels',
  'reduced-precision',
  'hash-and-file-order',
  'batch-norm',
  'sampling-temperature',
] as const;

export type TopicId = (typeof topicIds)[number];

/** Everything that has a page of its own, those with a demo first. */
export const pageIds = [...causeIds, ...topicIds] as const;

export type PageId = CauseId | TopicId;

/** What people ask once they know the cause. */
export const followUpIds = [
  'seed-still-differs',
  'is-it-a-bug',
  'how-much-is-normal',
  'how-to-report',
  'complete-recipe',
  'make-it-steadier',
] as const;

export type FollowUpId = (typeof followUpIds)[number];

/** What a class does together, see content/<language>/lessons. */
export const lessonIds = [
  'same-model',
  'trained-twice',
  'same-input',
  'last-bit',
  'better-or-lucky',
] as const;

export type LessonId = (typeof lessonIds)[number];

/** When a cause applies: did the weights change between the two outputs, and how (cases A to D). */
export const caseIds = ['same-weights', 'reloaded', 'retrained', 'changed-settings'] as const;

export type CaseId = (typeof caseIds)[number];

/** The parts of a page, in the order of the select menu. `sources` comes from the front matter. */
export const sectionIds = [
  'what-happens',
  'when-it-applies',
  'how-to-check',
  'fix-keras',
  'fix-pytorch',
  'fix-tensorflowjs',
  'what-the-fix-does-not-fix',
  'sources',
] as const;

export type SectionId = (typeof sectionIds)[number];

/** The pictures of pages, each drawn by a file of that name in src/diagrams; `overview` is the one of all causes. */
export const pictureIds = [
  'overview',
  'two-valleys',
  'dropout-masks',
  'padding',
  'start-state',
  'float-addition',
  'sizes',
  'batch-neighbours',
  'temperature',
] as const;

export type PictureId = (typeof pictureIds)[number];

const among =
  <Id extends string>(ids: readonly Id[]) =>
  (text: string): text is Id =>
    (ids as readonly string[]).includes(text);

export const isCauseId = among(causeIds);
export const isPageId = among(pageIds);
export const isFollowUpId = among(followUpIds);
export const isLessonId = among(lessonIds);
