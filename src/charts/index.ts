export { altText } from './alt-text.ts';
export { chartConfig, type ChartConfig } from './config.ts';
export type { OpenCanvas } from './canvas.ts';
export { csvOf, toCsv } from './csv.ts';
export { outputsAltText, outputsConfig } from './outputs.ts';
export { FontError } from './font-error.ts';
export { size, themeNames, themes, type Theme, type ThemeName } from './theme.ts';
export { letterOf, votesAltText, votesConfig, votesHeight, type VoteCounts } from './votes.ts';
export { openCanvas, renderChart, type RenderOptions } from './render.ts';
