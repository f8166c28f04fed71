import type { Theme } from '../charts/index.ts';
import { scale } from '../triage/index.ts';
import type { Words } from '../words/index.ts';
import { box, dot, heading, label, line, type Diagram, type Shape } from './shapes.ts';

/** Half the distance of two float32 around 1: the most that one rounding takes or adds, as a share. */
export const oneRounding = 2 ** -24;

const [smallest, largest] = [-8.3, 0];
const left = 96;
const right = 566;
const y = 276;
/** The last line of what is written above the zones. */
const labelsAt = y - 70;

/** On a log axis. */
export const placeOf = (size: number): number =>
  left + ((Math.log10(size) - smallest) / (largest - smallest)) * (right - left);

/** The zones, each from the end of the one before to `to`. */
export const zones = [
  { id: 'rounding', to: scale.rounding },
  { id: 'roundingInLargeModels', to: scale.roundingInLargeModels },
  // bfloat16 lies at its upper end; what is clearly larger is none.
  { id: 'reducedPrecision', to: 2 * scale.coarsestPrecision },
  { id: 'cause', to: 10 ** largest },
] as const;

export function sizes({ diagrams }: Words, theme: Theme): Diagram {
  const words = diagrams.sizes;
  const { before, after } = theme.sides;
  const colours = {
    rounding: after.fill(0.75),
    roundingInLargeModels: after.fill(0.45),
    reducedPrecision: before.fill(0.4),
    cause: before.fill(0.85),
  };
  const zoneShapes = zones.flatMap(({ id, to }, at): Shape[] => {
    const from = at === 0 ? left : placeOf(zones[at - 1]?.to ?? to);
    const middle = (from + placeOf(to)) / 2;
    const texts = words.zones[id];
    return [
      box([middle, y], [placeOf(to) - from - 3, 56], { fill: colours[id] }),
      ...texts.map((text, row) =>
        label(text, [middle, labelsAt - 19 * (texts.length - 1 - row)], {
          weight: 600,
          colour: theme.text,
          room: Math.max(placeOf(to) - from, 92),
        }),
      ),
    ];
  });
  const mark = (size: number, text: string, row: number): Shape[] => [
    line(
      [
        [placeOf(size), y + 28],
        [placeOf(size), y + 52 + 26 * row],
      ],
      theme.muted,
    ),
    dot([placeOf(size), y + 28], 4, { fill: theme.muted }),
    label(text, [placeOf(size), y + 65 + 26 * row], { colour: theme.muted, room: 180 }),
  ];
  const powers = Array.from({ length: 9 }, (_, at) => at - 8);
  const ticks = powers.map((power) =>
    label(power === 0 ? '1' : `1e${power}`, [placeOf(10 ** power), y - 42], {
      size: 14,
      colour: theme.muted,
      room: 46,
    }),
  );
  return {
    height: 450,
    shapes: [
      ...heading(words, theme),
      box([52, y], [50, 56], { stroke: after.heading }),
      label('0', [52, y], { size: 20, weight: 700, colour: after.heading }),
      ...words.equal.map((text, row) =>
        label(text, [52, labelsAt - 19 * (1 - row)], {
          weight: 600,
          colour: after.heading,
          room: 72,
        }),
      ),
      ...zoneShapes,
      ...ticks,
      ...mark(oneRounding, words.step(exponent(oneRounding)), 0),
      ...mark(scale.reducedPrecision, words.reducedPrecision, 1),
      ...mark(scale.coarsestPrecision, words.coarsestPrecision, 0),
    ],
    altText: words.alt(exponent(oneRounding)),
  };
}

/** 6e-8. */
const exponent = (value: number): string => value.toExponential(0);
