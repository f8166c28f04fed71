import type { Condition } from '../demos/index.ts';
import type { SideTheme } from './theme.ts';

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

/** One colour for all rows, or a shade for each setting. */
export function rowColours(condition: Condition, theme: SideTheme): Shades {
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

export function shadeOf({ ramp: [first, last] }: SideTheme, index: number, count: number): string {
  const mix = (channel: 0 | 1 | 2) =>
    Math.round(first[channel] + ((last[channel] - first[channel]) * index) / (count - 1));
  return `rgb(${mix(0)}, ${mix(1)}, ${mix(2)})`;
}

/** The places for labels along the right edge of the chart, from the top; empty where there is none. */
export interface Keys {
  readonly labels: readonly string[];
  readonly colours: readonly string[];
}

/** Each setting's label, in its colour, from the top of the upper panel. */
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
