import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { causeOf } from '../../src/answers/index.ts';
import { followUpIds, isPageId, pageIds, type FollowUpId, type PageId } from '../../src/ids.ts';
import type { Content, OpenQuestion, Told } from '../../src/content/index.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/**
 * `open`: written first; its misses are read while the content grows. `late`: from threads found when most of the content was
 * written, read since. `sealed`: only its figures are looked at, so that they stay honest.
 */
export const parts = ['open', 'late', 'sealed'] as const;
export type Part = (typeof parts)[number];

export interface Question {
  readonly ask: string;
  readonly language: Language;
  /** Every right first cause; none if the question is none of ours. */
  readonly causes: readonly PageId[];
  /** The special case that fits best. */
  readonly page?: PageId | undefined;
  /** Every right follow-up, if it is one. */
  readonly followUp?: readonly FollowUpId[] | undefined;
  /** What an expert read in it, if one did. */
  readonly told?: Told | undefined;
}

const group = z.strictObject({
  causes: z.array(z.enum(pageIds)).min(1),
  page: z.enum(pageIds).optional(),
  followUp: z.array(z.enum(followUpIds)).optional(),
  asks: z.array(z.string().min(1)).min(1),
});
const offTopic = z.record(z.string(), z.array(z.string().min(1)).min(1));

/** Reads one part of the questions in `folder`: `<part>-en.yaml`, `<part>-zh.yaml` and `off-topic-<part>.yaml`. */
export function readQuestions(folder: string, part: Part): Question[] {
  const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'));
  const ours = languages.flatMap((language) =>
    z
      .array(group)
      .parse(read(`${part}-${language}.yaml`))
      .flatMap(({ asks, ...right }) => asks.map((ask) => ({ ask, language, ...right }))),
  );
  const others = Object.values(offTopic.parse(read(`off-topic-${part}.yaml`))).flat();
  return [...ours, ...others.map((ask) => ({ ask, language: languageOf(ask), causes: [] }))];
}

const languageOf = (text: string): Language => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

/** An open question of the content, worded by one of many hands; what a follow-up leads to is right. */
export function asQuestion(content: Content, { text, pages, told }: OpenQuestion): Question {
  const followUp = followUpIds.filter((id) => pages.includes(id));
  const seen = followUp.flatMap((id) => content.followUps.get('en')?.get(id)?.see ?? []);
  const [best] = pages;
  const causes = [...pages.filter(isPageId), ...seen].map((id) => causeOf(content, id));
  return {
    ask: text,
    language: languageOf(text),
    causes: [...new Set(causes)],
    ...(best && isPageId(best) && causeOf(content, best) !== best ? { page: best } : {}),
    ...(followUp.length > 0 ? { followUp } : {}),
    told,
  };
}
