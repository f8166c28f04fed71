import { size, type Theme } from '../charts/index.ts';
import type { Words } from '../words/index.ts';

export type Point = readonly [x: number, y: number];

/** What a diagram is made of: plain data, in CSS pixels from the upper left corner. */
export type Shape =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Its left end, its middle or its right end, and the middle of the line. */
      readonly at: Point;
      readonly align: 'left' | 'center' | 'right';
      readonly size: number;
      readonly weight: number;
      readonly colour: string;
      /** Set smaller where it would be wider. */
      readonly room: number;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly Point[];
      readonly colour: string;
      readonly width: number;
      readonly hasArrow: boolean;
      readonly isDashed: boolean;
    }
  | {
      readonly kind: 'box';
      readonly at: Point;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill?: string;
      readonly stroke?: string;
    }
  | {
      readonly kind: 'dot';
      readonly at: Point;
      readonly radius: number;
      readonly fill?: string;
      readonly stroke?: string;
    };

/** One picture: what is drawn, and the same in words for those who don't see it, at most 1,024 characters. */
export interface Diagram {
  readonly shapes: readonly Shape[];
  readonly altText: string;
  /** In CSS pixels. */
  readonly height: number;
}

/** Draws one picture in a language and a theme. */
export type Draw = (words: Words, theme: Theme) => Diagram;

/** Room at both sides. */
export const margin = 24;

/** At least so large is what must be read on a phone. */
const textSize = 15;

type TextStyle = Partial<Omit<Extract<Shape, { kind: 'text' }>, 'kind' | 'text' | 'at'>> & {
  readonly colour: string;
};

export const label = (text: string, at: Point, style: TextStyle): Shape => ({
  kind: 'text',
  text,
  at,
  align: 'center',
  size: textSize,
  weight: 500,
  room: size.width - 2 * margin,
  ...style,
});

export const line = (
  points: readonly Point[],
  colour: string,
  { width = 2, hasArrow = false, isDashed = false } = {},
): Shape => ({ kind: 'line', points, colour, width, hasArrow, isDashed });

export const arrow = (from: Point, to: Point, colour: string): Shape =>
  line([from, to], colour, { hasArrow: true });

/** A box around a middle. */
export const box = (
  [x, y]: Point,
  [width, height]: readonly [width: number, height: number],
  colours: { readonly fill?: string; readonly stroke?: string },
): Shape => ({
  kind: 'box',
  at: [x - width / 2, y - height / 2],
  width,
  height,
  radius: 8,
  ...colours,
});

export const dot = (
  at: Point,
  radius: number,
  colours: { readonly fill?: string; readonly stroke?: string },
): Shape => ({ kind: 'dot', at, radius, ...colours });

/** Title and subtitle, as above a chart. Below them there is room from 104 on. */
export function heading(
  { title, subtitle }: { readonly title: string; readonly subtitle: readonly string[] },
  theme: Theme,
): Shape[] {
  const left = { align: 'left' } as const;
  return [
    label(title, [margin, 28], { ...left, size: 21, weight: 700, colour: theme.text }),
    ...subtitle.map((text, at) =>
      label(text, [margin, 55 + 20 * at], { ...left, weight: 400, colour: theme.muted }),
    ),
  ];
}

/** With two decimals and a real minus; 0 and whole numbers as they are. */
export const number = (value: number, decimals = 2): string =>
  (Number.isInteger(value) ? String(value) : value.toFixed(decimals)).replace('-', '−');
