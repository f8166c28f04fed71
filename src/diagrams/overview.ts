import { caseIds, pageIds, type CaseId, type PageId } from '../ids.ts';
import { casesLeft } from '../triage/index.ts';
import type { Theme } from '../charts/index.ts';
import type { Words } from '../words/index.ts';
import { dot, heading, label, line, margin, type Diagram, type Shape } from './shapes.ts';

/**
 * When each cause acts, on the way from data to output: what is drawn and chosen before the training, the training, the
 * loading, the input, the mode, the state, the arithmetic, the draw of a word.
 */
const place: Readonly<Record<PageId, number>> = {
  'data-set': 1,
  hyperparameters: 2,
  'initial-weights': 3,
  'batch-order': 4,
  'saved-model': 5,
  'hash-and-file-order': 6,
  'time-steps': 7,
  dropout: 8,
  'batch-norm': 9,
  'carried-state': 10,
  'floating-point': 11,
  'gpu-kernels': 12,
  'reduced-precision': 13,
  'sampling-temperature': 14,
};

/** One cause in the cases in which it acts: 3 (look here first) to 1 (rare). */
export interface OverviewRow {
  readonly cause: PageId;
  readonly likely: ReadonlyMap<CaseId, number>;
}

const onSameWeights: readonly CaseId[] = ['same-weights', 'reloaded'];

/** Straight from the tables of the triage. */
export function overviewRows(): {
  onlyInTraining: OverviewRow[];
  alsoOnSameWeights: OverviewRow[];
} {
  const cases = casesLeft({});
  const rows = pageIds
    .toSorted((a, b) => place[a] - place[b])
    .map((cause): OverviewRow => {
      const likely = caseIds.flatMap((id) => {
        const found = cases.get(id)?.get(cause);
        // Above 3: that it changed is what the case says.
        return found === undefined ? [] : [[id, Math.min(3, found)] as const];
      });
      return { cause, likely: new Map(likely) };
    });
  const isAlso = ({ likely }: OverviewRow) => onSameWeights.some((id) => likely.has(id));
  return {
    onlyInTraining: rows.filter((row) => !isAlso(row)),
    alsoOnSameWeights: rows.filter(isAlso),
  };
}

const height = 500;
const firstRow = 128;
const rowHeight = 21;
const firstColumn = 262;
const columnWidth = 91;
const radii = [7.5, 5.5, 3.5];
const legendAt = [firstColumn, firstColumn + 150, firstColumn + 250];

export function overview({ diagrams, replies }: Words, theme: Theme): Diagram {
  const words = diagrams.overview;
  const { onlyInTraining, alsoOnSameWeights } = overviewRows();
  const { before, after } = theme.sides;
  const middle = (at: number): number => firstColumn + columnWidth * at;
  const colourOf = (id: CaseId) => (onSameWeights.includes(id) ? after : before).heading;
  const rowsFrom = (rows: readonly OverviewRow[], title: string, colour: string, top: number) => [
    label(title, [margin, top], { align: 'left', weight: 700, colour, room: 200 }),
    line(
      [
        [margin + 204, top],
        [576, top],
      ],
      theme.grid,
    ),
    ...rows.flatMap((row, at) => marksOf(row, top + (at + 1) * rowHeight)),
  ];
  const marksOf = ({ cause, likely }: OverviewRow, y: number): Shape[] => [
    label(replies.causes[cause], [margin, y], { align: 'left', colour: theme.text, room: 180 }),
    ...caseIds.map((id, at) => {
      const radius = radii[3 - (likely.get(id) ?? 3)] ?? 0;
      return likely.has(id)
        ? dot([middle(at), y], radius, { fill: colourOf(id) })
        : dot([middle(at), y], 1.5, { fill: theme.grid });
    }),
  ];
  const secondGroup = firstRow + (onlyInTraining.length + 1) * rowHeight + 6;
  return {
    height,
    shapes: [
      ...heading({ ...words, title: replies.overview.name }, theme),
      ...words.likely.flatMap((text, at) => [
        dot([legendAt[at] ?? margin, height - 22], radii[at] ?? 0, { fill: theme.muted }),
        label(text, [(legendAt[at] ?? margin) + 14, height - 22], {
          align: 'left',
          size: 14,
          colour: theme.muted,
          room: 130,
        }),
      ]),
      ...caseIds.flatMap((id, at) =>
        words.cases[id].map((text, row) =>
          label(text, [middle(at), 88 + 18 * row], {
            size: 14,
            weight: 600,
            colour: colourOf(id),
            room: columnWidth - 4,
          }),
        ),
      ),
      ...rowsFrom(onlyInTraining, words.onlyInTraining, before.heading, firstRow),
      ...rowsFrom(alsoOnSameWeights, words.alsoOnSameWeights, after.heading, secondGroup),
    ],
    altText: altTextOf({ onlyInTraining, alsoOnSameWeights }, { diagrams, replies }),
  };
}

function altTextOf(
  { onlyInTraining, alsoOnSameWeights }: ReturnType<typeof overviewRows>,
  { diagrams, replies }: Pick<Words, 'diagrams' | 'replies'>,
): string {
  const namesOf = (rows: readonly OverviewRow[]) => rows.map(({ cause }) => replies.causes[cause]);
  const rows = [...onlyInTraining, ...alsoOnSameWeights];
  return [
    diagrams.overview.alt(namesOf(onlyInTraining), namesOf(alsoOnSameWeights)),
    ...caseIds.map((id) =>
      diagrams.overview.altCase(
        replies.cases[id],
        namesOf(rows.filter(({ likely }) => likely.get(id) === 3)),
      ),
    ),
  ].join(diagrams.space);
}
