import type { Condition, Comparison } from '../demos/index.ts';
import type { Limits } from './extent.ts';
import { gapShare, type Look, type SideTheme } from './theme.ts';

/** Labels are told in the chart if they say more than the number of the run, and if there is room for them. */
const mostKeys = 8;
/** Places for labels along the right edge of the chart: as many as fit. */
const places = 22;

interface Shades {
  /** One a row. */
  readonly colours: readonly string[];
  /** Whether the shades stand for settings. */
  readonly told: boolean;
}

/** One colour for all runs, or a shade for each setting. */
export function lineColours(condition: Condition, theme: SideTheme): Shades {
  const settings = settingsOf(condition);
  if (settings.length === 0) {
    const colour = condition.identical ? theme.heading : theme.line;
    return { colours: condition.labels.map(() => colour), told: false };
  }
  const shade = (label: string) => shadeOf(theme, settings.indexOf(label), settings.length);
  return { colours: condition.labels.map(shade), told: true };
}

/** The distinct labels, in order; none if they just number the runs or are all the same. */
function settingsOf({ labels }: Condition): string[] {
  const distinct = [...new Set(labels)];
  const numbered = labels.every((label, row) => label === String(row + 1));
  return numbered || distinct.length < 2 ? [] : distinct;
}

function shadeOf({ ramp: [first, last] }: SideTheme, index: number, count: number): string {
  const mix = (channel: 0 | 1 | 2) =>
    Math.round(first[channel] + ((last[channel] - first[channel]) * index) / (count - 1));
  return `rgb(${mix(0)}, ${mix(1)}, ${mix(2)})`;
}

/** The places for labels along the right edge of the chart, from the top; empty where no line ends. */
export interface Keys {
  readonly labels: readonly string[];
  readonly colours: readonly string[];
}

/** Each setting's label, in its colour, from the top of the upper panel; for charts without lines. */
export function listKeys(condition: Condition, theme: SideTheme): Keys | undefined {
  const settings = settingsOf(condition);
  if (settings.length === 0 || settings.length > mostKeys) return undefined;
  const rest = Array<string>(places - settings.length);
  return {
    labels: [...settings, ...rest.fill('')],
    colours: [
      ...settings.map((_, index) => shadeOf(theme, index, settings.length)),
      ...rest.fill(theme.heading),
    ],
  };
}

/** Each setting's label, in its colour, as near as can be to the end of its line. */
export function lineKeys(
  { before, after }: Comparison,
  limits: Limits,
  { theme: { sides } }: Look,
): Keys | undefined {
  const labels = Array<string>(places).fill('');
  const colours = Array<string>(places).fill(sides.before.heading);
  const perPanel = places / (2 + gapShare);
  const panels = [
    { condition: before, theme: sides.before, top: 0 },
    { condition: after, theme: sides.after, top: perPanel * (1 + gapShare) },
  ];
  for (const { condition, theme, top } of panels)
    for (const { place, label, colour } of panelKeys(condition, theme, limits, perPanel, top)) {
      labels[place] = label;
      colours[place] = colour;
    }
  return labels.some(Boolean) ? { labels, colours } : undefined;
}

function panelKeys(
  condition: Condition,
  theme: SideTheme,
  limits: Limits,
  perPanel: number,
  top: number,
): { place: number; label: string; colour: string }[] {
  const settings = settingsOf(condition);
  if (settings.length > mostKeys) return [];
  const ends = settings.map((label, index) => ({
    label,
    colour: shadeOf(theme, index, settings.length),
    end: condition.outputs[condition.labels.indexOf(label)]?.findLast(Number.isFinite) ?? 0,
  }));
  const sorted = ends.toSorted((a, b) => b.end - a.end);
  const wanted = sorted.map(({ end }) =>
    Math.floor(top + (perPanel * (limits.max - end)) / (limits.max - limits.min)),
  );
  const chosen = spreadOut(wanted, Math.ceil(top), Math.floor(top + perPanel) - 1);
  return sorted.map(({ label, colour }, rank) => ({ place: chosen[rank] ?? 0, label, colour }));
}

/** One place each, in order, within the bounds: half-way between pushing all others down and pushing them up. */
function spreadOut(wanted: readonly number[], first: number, last: number): number[] {
  const down: number[] = [];
  wanted.forEach((place, rank) =>
    down.push(
      Math.min(Math.max(place, (down.at(-1) ?? first - 1) + 1), last - (wanted.length - 1 - rank)),
    ),
  );
  const up: number[] = [];
  wanted
    .toReversed()
    .forEach((place, rank) =>
      up.push(
        Math.max(Math.min(place, (up.at(-1) ?? last + 1) - 1), first + (wanted.length - 1 - rank)),
      ),
    );
  return up.toReversed().map((place, rank) => Math.floor((place + (down[rank] ?? place)) / 2));
}
