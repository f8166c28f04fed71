export { readSeries, type ReadSeries, type SeriesProblem } from './read.ts';
export { mostBytes } from './columns.ts';
