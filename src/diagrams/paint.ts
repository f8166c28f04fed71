import type { OpenCanvas } from '../charts/index.ts';
import type { Point, Shape } from './shapes.ts';

type Context = OpenCanvas['context'];

/** Where a text stands, in CSS pixels. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Draws the shapes one over the other, and tells where the texts stand. */
export function paint(context: Context, shapes: readonly Shape[]): TextBox[] {
  return shapes.flatMap((shape) => {
    switch (shape.kind) {
      case 'text':
        return [paintText(context, shape)];
      case 'line':
        paintLine(context, shape);
        return [];
      case 'box':
        context.beginPath();
        context.roundRect(...shape.at, shape.width, shape.height, shape.radius);
        fillAndStroke(context, shape);
        return [];
      case 'dot':
        context.beginPath();
        context.arc(...shape.at, shape.radius, 0, 2 * Math.PI);
        fillAndStroke(context, shape);
        return [];
    }
  });
}

function fillAndStroke(
  context: Context,
  { fill, stroke }: { readonly fill?: string; readonly stroke?: string },
): void {
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke) {
    context.strokeStyle = stroke;
    context.lineWidth = 2;
    context.stroke();
  }
}

function paintText(context: Context, shape: Extract<Shape, { kind: 'text' }>): TextBox {
  const { text, at, align, size, weight, colour, room } = shape;
  context.font = `${weight} ${size}px`;
  const wide = context.measureText(text).width;
  const fitting = wide > room ? (size * room) / wide : size;
  if (fitting < size) context.font = `${weight} ${fitting}px`;
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'alphabetic';
  // Capital letters and Han characters stand about 0.72 of the size above the base line.
  context.fillText(text, at[0], at[1] + 0.36 * fitting);
  const { width } = context.measureText(text);
  const left = at[0] - { left: 0, center: width / 2, right: width }[align];
  return {
    text,
    left,
    right: left + width,
    top: at[1] - fitting / 2,
    bottom: at[1] + fitting / 2,
  };
}

const arrowHead = 8;

function paintLine(context: Context, shape: Extract<Shape, { kind: 'line' }>): void {
  const { points, colour, width, hasArrow, isDashed } = shape;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(isDashed ? [5, 5] : []);
  context.beginPath();
  points.forEach((point, at) => (at === 0 ? context.moveTo(...point) : context.lineTo(...point)));
  context.stroke();
  context.setLineDash([]);
  const [from, to] = points.slice(-2);
  if (hasArrow && from && to) paintHead(context, from, to, colour);
}

function paintHead(context: Context, [x0, y0]: Point, [x, y]: Point, colour: string): void {
  const length = Math.hypot(x - x0, y - y0);
  const [alongX, alongY] = [((x - x0) / length) * arrowHead, ((y - y0) / length) * arrowHead];
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - alongX - alongY / 2, y - alongY + alongX / 2);
  context.lineTo(x - alongX + alongY / 2, y - alongY - alongX / 2);
  context.fill();
}
