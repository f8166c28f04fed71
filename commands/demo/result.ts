import { isCauseId, type CauseId } from '../../src/ids.ts';
import {
  confirms,
  engineNames,
  formOf,
  ofVariant,
  originOf,
  type DemoParameters,
  type DemoResult,
  type RankedId,
  type Ranking,
  type Replay,
} from '../../src/demos/index.ts';
import type { Animation } from '../../src/charts/index.ts';
import type { FinishedDemo } from '../../src/jobs/index.ts';
import { canTakeHome } from '../../src/take-home/index.ts';
import {
  joinLines,
  valueName,
  withInterval,
  whyOtherBytes,
  wordsFor,
  type Story,
  type Words,
} from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { buttonRow, removeButtons, rowsOf } from '../parts/controls.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Block, type Button, type Reply } from '../framework/reply.ts';
import type { DemoRequest } from './request.ts';

type DemoWords = Words['replies']['demo'];

/** The finding in words, the chart, the replay code, and what to do next. */
export function resultReply(
  { result, png, altText, story, animation }: FinishedDemo,
  { expected, watch }: DemoRequest,
  reader: Reader,
): Reply {
  const { demo } = wordsFor(reader.locale).replies;
  const moving = animation ? [movingChart(result, animation)] : [];
  if (watch === 'alone') return animationReply(result, story, moving, reader);
  return {
    tone: 'answer',
    blocks: [
      text(`### ${joinLines(story.title)}\n${story.finding}`),
      { kind: 'chart', png, name: `${result.cause}-${result.seed}.png`, altText },
      ...moving,
      ...(expected ? [text(comparison(result, expected, demo))] : []),
      text(`${details(result, reader)}\n${demo.replay(result.replay, result.engines ?? [])}`),
      ...rowsOf(resultButtons(result, story, reader, animation !== undefined)),
      ...(result.kind === 'ranking' ? [causesMenu(result, reader)] : []),
    ],
  };
}

/** The form of the demo, the runs and the seed, in small print. */
export function details(parameters: DemoParameters, { locale }: Reader): string {
  const { replies, own } = wordsFor(locale);
  const { variant, values, runs, seed, data } = parameters;
  const form = ofVariant(replies.variants, parameters);
  const [a = '', b = ''] = (values ?? []).map((value) => valueName(variant, value, replies));
  const line = replies.demo.details(values ? replies.demo.values(form, a, b) : form, runs, seed);
  return data ? `${line} · ${own.named(data.hash, data.count)}` : line;
}

/** Says whether a repetition gave the promised bytes, and if not, what differs. */
function comparison(result: DemoResult, expected: Replay, say: DemoWords): string {
  const hash = result.hash.slice(0, expected.hash.length);
  if (confirms(expected, result.hash)) return say.identical(hash);
  const [then, now] = [engineNames(expected), engineNames(result)];
  return then === now
    ? say.otherBytes(expected.hash, hash, whyOtherBytes(originOf(expected), result, say))
    : say.otherEngine(then, now);
}

/** From each row of the ranking to the page of its cause, once a page. */
function causesMenu({ rows }: Ranking, { locale, owner }: Reader): Block {
  const { replies, chart } = wordsFor(locale);
  const choices = rows.map((row) => ({
    value: pageOfRow[row.id],
    label: replies.causes[pageOfRow[row.id]],
    description: `${chart.ranking.rows[row.id]}: ${withInterval(row)}`,
  }));
  return {
    kind: 'select',
    customId: actions.pick.id(owner, {}),
    placeholder: replies.demo.explainRow,
    choices: choices.filter(
      ({ value }, at) => choices.findIndex((each) => each.value === value) === at,
    ),
  };
}

const pageOfRow: Readonly<Record<RankedId, CauseId>> = {
  'initial-weights': 'initial-weights',
  'batch-order': 'batch-order',
  'dropout-training': 'dropout',
  'dropout-left-on': 'dropout',
  'data-set': 'data-set',
  'carried-state': 'carried-state',
  'floating-point': 'floating-point',
  'learning-rate': 'hyperparameters',
  'time-steps': 'time-steps',
  'saved-model': 'saved-model',
};

const movingChart = (result: DemoResult, { gif, altText }: Animation): Block => ({
  kind: 'animation',
  gif,
  name: `${result.cause}-${result.seed}.gif`,
  altText,
});

/** An animation in a message of its own; the chart stays where it is. */
const animationReply = (
  result: DemoResult,
  story: Story,
  moving: readonly Block[],
  reader: Reader,
): Reply => ({
  tone: 'answer',
  blocks: [
    text(`### ${joinLines(story.title)}`),
    ...moving,
    text(details(result, reader)),
    ...buttonRow(removeButtons(reader)),
  ],
});

function resultButtons(
  result: DemoResult,
  story: Story,
  reader: Reader,
  isWatched: boolean,
): Button[] {
  const { locale, owner } = reader;
  const { demo } = wordsFor(locale).replies;
  const { cause, variant, values, runs, seed, data, replay } = result;
  const parameters = {
    cause,
    variant,
    ...(values && { values }),
    runs,
    seed,
    ...(data && { data }),
  };
  const buttons: Button[] = [
    { label: demo.check, style: 'primary', customId: actions.check.id(owner, { replay }) },
    // Only a cause has a page.
    ...(isCauseId(cause)
      ? [
          {
            label: demo.explain,
            style: 'secondary' as const,
            customId: actions.readAll.id(owner, { page: cause }),
          },
        ]
      : []),
    ...(story.details === undefined
      ? []
      : [
          {
            label: demo.measured,
            style: 'secondary' as const,
            customId: actions.measured.id(owner, { replay }),
          },
        ]),
    {
      label: demo.newSeed,
      style: 'secondary',
      customId: actions.newSeed.id(owner, { parameters }),
    },
    ...(isWatched ? [] : watchButton(parameters, reader)),
    ...takeHomeButton(parameters, reader),
    { label: demo.rawData, style: 'secondary', customId: actions.rawData.id(owner, { replay }) },
    ...removeButtons(reader),
  ];
  // With a series of one's own, two values and a long seed, a code may be too long for a button.
  return buttons.filter(({ customId }) => customId.length <= longestId);
}

/** Discord's limit. */
const longestId = 100;

/** Where there is something to watch. */
function watchButton(parameters: DemoParameters, { locale, owner }: Reader): Button[] {
  const { watch } = formOf(parameters);
  if (!watch) return [];
  const label = wordsFor(locale).replies.demo.watch[watch];
  return [{ label, style: 'secondary', customId: actions.watch.id(owner, { parameters }) }];
}

/** Where the demo can be repeated in somebody's own framework. */
function takeHomeButton(parameters: DemoParameters, { locale, owner }: Reader): Button[] {
  if (!canTakeHome(parameters)) return [];
  const label = wordsFor(locale).takeHome.button;
  return [{ label, style: 'secondary', customId: actions.takeHome.id(owner, { parameters }) }];
}
