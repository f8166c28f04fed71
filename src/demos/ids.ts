import { causeIds, type CauseId } from '../causes.ts';

/** Demos about no single cause; they have no page. Replay codes and button ids contain these: never rename one. */
export const studyIds = ['all', 'butterfly'] as const;
export type StudyId = (typeof studyIds)[number];

/** Everything that /demo can run. */
export type DemoId = CauseId | StudyId;
export const demoIds: readonly DemoId[] = [...causeIds, ...studyIds];

export const isDemoId = (text: string): text is DemoId =>
  (demoIds as readonly string[]).includes(text);
