/** Six digits place a point more finely than a pixel, and keep the JSON of a chart short. */
export const forJson = (value: number): number => Number(value.toPrecision(6));
