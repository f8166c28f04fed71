import { frameworkNames } from '../evidence/index.ts';
import { ofVariant } from '../demos/index.ts';
import { section, text, type Cell } from './cells.ts';
import type { Order } from './order.ts';

/** The first cell: what the demo showed, and what this file does. `needed`: what must be installed. */
export function opening(order: Order, needed: string): Cell {
  const { result, story, taken, framework, say } = order;
  const { needs } = taken;
  const drawn = [
    say.drawn.data,
    say.drawn.weights,
    ...(needs.trains ? [say.drawn.batches] : []),
    ...(needs.masks ? [say.drawn.masks] : []),
  ];
  return text(
    `# ${[story.title].flat().join(say.blank)}`,
    story.finding,
    say.intro(frameworkNames[framework], drawn, minutesOf(order)),
    taken.isPart
      ? say.part(
          countOf(taken.bundle.runs),
          result.before.groups.filter((group) => group === 0).length,
        )
      : '',
    needed,
    say.replay(result.replay),
  );
}

const countOf = (runs: readonly { readonly group: number }[]): number =>
  runs.filter(({ group }) => group === 0).length;

/** Seconds that a training takes on one core, measured on a machine of 2026: generous. */
const secondsOfTraining = {
  pytorch: { plain: 0.6, masked: 3 },
  keras: { plain: 2, masked: 3 },
  tfjs: { plain: 4, masked: 4 },
} as const;

function minutesOf({ framework, taken: { bundle, needs } }: Order): number {
  const each = secondsOfTraining[framework][needs.masks ? 'masked' : 'plain'];
  const trainings = needs.retrains ? bundle.runs.length + bundle.control.length : 1;
  return Math.round((trainings * each) / 60);
}

/** The last cell: what to try. */
export function closing({ result, say }: Order): Cell {
  const { change } = say;
  const tries = [...ofVariant(say.tries, result), change.common, change.data];
  return section(change.title, change.text, tries.map((each) => `- ${each}`).join('\n'));
}

/** What stands above the model, the training and the forecast. */
export const trainingSection = ({ taken: { needs }, say }: Order): Cell =>
  section(say.training.title, needs.trains ? say.training.text : say.training.untouched);

export const forecastSection = ({ taken: { needs }, say }: Order): Cell =>
  section(
    say.forecast.title,
    [
      needs.feedsBack ? say.forecast.feedsBack : say.forecast.next,
      ...(needs.serves ? [say.forecast.serves] : []),
      ...(needs.scales ? [say.forecast.scales] : []),
    ].join(say.blank),
  );

export const beforeSection = ({ story, taken: { needs }, say }: Order): Cell =>
  section(
    say.before.title,
    `**${story.headings[0].text}**`,
    [say.before.text, ...(needs.retrains ? [say.before.retrains] : [])].join(say.blank),
  );

export const controlSection = (order: Order): Cell => {
  const { taken, say } = order;
  return section(
    say.control.title,
    `**${controlTitle(order)}**`,
    taken.isControlPart ? say.control.part : say.control.text,
  );
};

/** As the bot's chart has it; but not a number of repetitions that this file doesn't have. */
export const controlTitle = ({ story, taken, say }: Order): string =>
  taken.isControlPart ? say.chart.control : story.headings[1].text;
