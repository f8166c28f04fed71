import type { CanvasOptions, OpenCanvas } from './canvas.ts';
import type { ChartConfig } from './config.ts';
import { size } from './theme.ts';

export interface RenderOptions {
  /** Address of a QuickChart host, http or https; without one, charts are drawn here. */
  readonly quickChartUrl?: string | undefined;
  /** Hears why the host could not be used, once for each reason. */
  readonly log?: ((line: string) => void) | undefined;
  readonly timeoutMilliseconds?: number;
  /** In CSS pixels, where it is another than usual. */
  readonly height?: number;
}

export interface RenderedChart {
  /** 1200 x 900 pixels, or of twice the height that was asked for. */
  readonly png: Buffer;
  readonly renderer: 'embedded' | 'quickchart';
}

const usualTimeout = 10_000;

/**
 * Draws a chart: with a QuickChart host if there is one and it works, else here. Throws a `FontError`.
 * What draws is loaded with the first chart: the process that holds the gateway draws none, and should start quickly.
 */
export async function renderChart(
  config: ChartConfig,
  {
    quickChartUrl,
    log,
    timeoutMilliseconds = usualTimeout,
    height = size.height,
  }: RenderOptions = {},
): Promise<RenderedChart> {
  if (quickChartUrl) {
    const { renderWithQuickChart } = await import('./quickchart.ts');
    const drawn = await renderWithQuickChart(config, quickChartUrl, timeoutMilliseconds, height);
    if (drawn.ok) return { png: drawn.png, renderer: 'quickchart' };
    if (log) sayOnce(log, drawn.cause);
  }
  const { renderEmbedded } = await import('./embedded.ts');
  return { png: await renderEmbedded(config, height), renderer: 'embedded' };
}

/** For what is no chart. Loads what draws, as `renderChart` does; throws a `FontError`. */
export async function openCanvas(options: CanvasOptions): Promise<OpenCanvas> {
  const { createOpenCanvas } = await import('./canvas.ts');
  return createOpenCanvas(options);
}

const said = new WeakMap<(line: string) => void, Set<string>>();

function sayOnce(log: (line: string) => void, cause: string): void {
  const causes = said.get(log) ?? new Set();
  said.set(log, causes);
  if (causes.has(cause)) return;
  causes.add(cause);
  log(`QUICKCHART_URL is of no use (${cause}): charts are drawn here instead.`);
}
