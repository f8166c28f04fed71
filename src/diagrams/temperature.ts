import type { Theme } from '../charts/index.ts';
import type { Words } from '../words/index.ts';
import { box, heading, label, margin, number, type Diagram, type Shape } from './shapes.ts';

const scores = [2, 1, 0];
const temperatures = [0.5, 1, 2];

/** Softmax of the scores divided by a temperature: what each word is drawn with. */
export function chancesAt(degree: number): number[] {
  const powers = scores.map((score) => Math.exp(score / degree));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const barFrom = 200;
const longestBar = 290;

export function temperature({ diagrams }: Words, theme: Theme): Diagram {
  const words = diagrams.temperature;
  const shown = scores.join(', ');
  const { before, after } = theme.sides;
  const colours = [after.heading, before.heading, theme.ranking.setting];
  const drawGroup = (at: number, group: number): Shape[] => {
    const y = 138 + 108 * group;
    return [
      label(words.at(number(at, 1)), [margin, y + 28], {
        align: 'left',
        size: 20,
        weight: 700,
        colour: theme.text,
        room: 100,
      }),
      ...chancesAt(at).flatMap((chance, word) => {
        const row = y + 28 * word;
        const width = Math.max(3, longestBar * chance);
        const colour = colours[word] ?? theme.text;
        return [
          label(words.words[word] ?? '', [barFrom - 12, row], {
            align: 'right',
            colour: theme.muted,
            room: 64,
          }),
          box([barFrom + width / 2, row], [width, 20], { fill: colour }),
          label(percent(chance), [barFrom + width + 10, row], {
            align: 'left',
            weight: 600,
            colour: theme.text,
          }),
        ];
      }),
    ];
  };
  return {
    height: 450,
    shapes: [
      ...heading({ ...words, subtitle: words.subtitle(shown) }, theme),
      ...temperatures.flatMap(drawGroup),
    ],
    altText: words.alt(
      shown,
      temperatures.map((at) =>
        words.altRow(
          number(at, 1),
          chancesAt(at).map((chance, word) => `${words.words[word] ?? ''} ${percent(chance)}`),
        ),
      ),
    ),
  };
}
