import { isCauseId } from '../../src/ids.ts';
import type { Content } from '../../src/content/index.ts';
import {
  checkParameters,
  formOf,
  parseReplay,
  seedFrom,
  ofVariant,
  variantsOf,
  type DemoParameters,
  type ParameterProblem,
  type Replay,
} from '../../src/demos/index.ts';
import type { TakeHomeJob } from '../../src/jobs/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { nameOf, ofDemos, ofPages, pageOf } from '../parts/causes.ts';
import type { Conversation } from '../framework/context.ts';
import type { Suggest } from '../framework/option.ts';
import type { Problems } from '../framework/press.ts';

/** What the options of /demo hold, unchecked. */
interface Asked {
  readonly cause: string;
  readonly variant: string | undefined;
  readonly runs: number | undefined;
  readonly seed: string | undefined;
  readonly watch: boolean;
}

export interface DemoRequest {
  readonly parameters: DemoParameters;
  /** The bytes to compare with, if this run is a repetition. */
  readonly expected?: Replay;
  /** It is also shown as an animation: beside its chart, or alone, where the chart is there already. */
  readonly watch?: 'beside' | 'alone' | undefined;
  /** It is also written down, for somebody's own machine. */
  readonly takeHome?: TakeHomeJob;
}

/** A demo to run, or what to say instead. */
export type Checked =
  | ({ readonly ok: true } & DemoRequest)
  | { readonly ok: false; readonly say: (problems: Problems) => string };

export const refusal = (say: (problems: Problems) => string): Checked => ({ ok: false, say });

export function readRequest(asked: Asked, conversation: Conversation, content: Content): Checked {
  const request = readDemo(asked, conversation, content);
  if (!request.ok || !asked.watch) return request;
  return formOf(request.parameters).watch
    ? { ...request, watch: 'beside' }
    : refusal((problems) => problems.nothingToWatch);
}

function readDemo(asked: Asked, conversation: Conversation, content: Content): Checked {
  const { cause, variant, runs, seed } = asked;
  const replay = parseReplay(cause);
  if (replay && (variant ?? runs ?? seed) !== undefined)
    return refusal((problems) => problems.replayWithOptions);
  if (replay) return { ok: true, parameters: replay.parameters, expected: replay };
  if (cause.split('.').length > 3) return refusal((problems) => problems.replay);

  const id = ofDemos.find(content, cause);
  // Only where they are needed: a crowd that asks at once would wait for it.
  const nearest = () => ofDemos.nearest(content, cause, conversation.locale);
  if (!id)
    return refusal(
      (problems) => sayNoDemo(cause, problems, conversation, content) ?? problems.cause(nearest()),
    );
  const checked = checkParameters({
    cause: id,
    variant: variant?.trim().toLowerCase(),
    runs,
    // The request's id gives a new seed for every request, without any randomness.
    seed: seed?.trim() ?? seedFrom(conversation.id),
  });
  return checked.ok
    ? checked
    : refusal((problems) => sayProblem(checked.problem, problems, nearest));
}

/** Of a page without a demo: that it has none, and the demo of the page it belongs with. */
function sayNoDemo(
  typed: string,
  say: Problems,
  { locale }: Conversation,
  content: Content,
): string | undefined {
  const id = ofPages.find(content, typed);
  if (!id) return undefined;
  const { causes } = wordsFor(locale).replies;
  const { under } = pageOf(content, locale, id);
  return say.noDemo(causes[id], under && isCauseId(under) ? causes[under] : undefined);
}

export function sayProblem(
  problem: ParameterProblem,
  say: Problems,
  nearest: () => readonly string[],
): string {
  switch (problem.field) {
    case 'cause':
      return say.cause(nearest());
    case 'variant':
      return say.variant(problem.cause, problem.known);
    case 'values':
      return say.values(problem.low, problem.high, problem.whole);
    case 'sameValues':
      return say.sameValues;
    case 'runs':
      return say.runs(problem.fewest, problem.most);
    case 'seed':
      return say.seed;
    case 'data':
      return say.data(problem.known);
  }
}

export const suggestCauseOrReplay: Suggest = (typed, query, services) => {
  const replay = parseReplay(typed);
  if (!replay) return ofDemos.suggest(typed, query, services);
  const { demo } = wordsFor(query.locale).replies;
  const { cause, runs, seed } = replay.parameters;
  return [
    { label: demo.replayChoice(nameOf(cause, query.locale), runs, seed), value: typed.trim() },
  ];
};

export const suggestVariants: Suggest = (_typed, { locale, others }, { content }) => {
  const { variants } = wordsFor(locale).replies;
  const cause = ofDemos.find(content, String(others['cause'] ?? ''));
  if (!cause) return [];
  return variantsOf(cause).map((value) => ({
    label: ofVariant(variants, { cause, variant: value }),
    value,
  }));
};
