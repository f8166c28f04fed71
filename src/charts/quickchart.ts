import module from 'quickchart-js';
import type { ChartConfig } from './config.ts';
import { size } from './theme.ts';

// The package's types say CommonJS, Node.js loads an ES module: what is imported is already the class.
const QuickChart = module as unknown as typeof module.default;

/** Far more than a chart needs (about 0.2 MB), far less than what harms the process. */
const mostBytes = 4 * 1024 * 1024;

export type Drawn =
  { readonly ok: true; readonly png: Buffer } | { readonly ok: false; readonly cause: string };

/** Has a QuickChart host draw the chart. Whatever goes wrong is a value; never throws, never waits longer than told. */
export async function renderWithQuickChart(
  config: ChartConfig,
  hostUrl: string,
  timeoutMilliseconds: number,
  height: number = size.height,
): Promise<Drawn> {
  const base = parseBase(hostUrl);
  if (!base) return failed('its URL is not a plain http or https address');
  try {
    const response = await fetch(`${base}/chart`, {
      method: 'POST',
      // The operator chose this host and no other: it may not send the chart elsewhere on this network.
      redirect: 'error',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(requestFor(config, height)),
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return failed(`it answered with status ${response.status}`);
    }
    const png = await readAtMost(response, mostBytes);
    const problem = png ? (problemWith(png) ?? (await decode(png))) : 'its answer is too large';
    return png && !problem ? { ok: true, png } : failed(problem ?? '');
  } catch (error) {
    return failed(describe(error, timeoutMilliseconds));
  }
}

const failed = (cause: string): Drawn => ({ ok: false, cause });

/** The address without the slash, or the `/chart`, that people put behind it. */
function parseBase(hostUrl: string): string | undefined {
  const url = URL.canParse(hostUrl) ? new URL(hostUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search) return undefined;
  return url.origin + url.pathname.replace(/\/*(chart)?\/*$/, '');
}

/**
 * quickchart-js makes the request; it is not sent with its `toBinary`, which can neither be aborted nor stopped from
 * reading an endless answer. The config goes in as text: in an object, quickchart-js turns strings that hold its
 * function marker into code.
 */
const requestFor = (config: ChartConfig, height: number) =>
  new QuickChart()
    .setConfig(JSON.stringify(config))
    .setVersion('4')
    .setWidth(size.width)
    .setHeight(height)
    .setDevicePixelRatio(size.pixelRatio)
    .setBackgroundColor(String(config.options?.backgroundColor))
    .setFormat('png')
    .getPostData();

async function readAtMost(response: Response, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const signature = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const end = Buffer.from('0000000049454e44ae426082', 'hex');

/** PNG: signature and `IHDR`, then width and height; `IEND` last. https://www.w3.org/TR/png-3/ */
function problemWith(png: Buffer): string | undefined {
  if (!png.subarray(0, signature.length).equals(signature))
    return 'its answer is not a PNG picture';
  if (!png.subarray(-end.length).equals(end)) return 'its picture is cut off';
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (width !== size.width * size.pixelRatio || height !== size.height * size.pixelRatio)
    return 'its picture has another size';
  return undefined;
}

/** The size may be right and the rest be no picture. Loaded here, because only a host's picture is looked at. */
async function decode(png: Buffer): Promise<string | undefined> {
  const { loadImage } = await import('@napi-rs/canvas');
  try {
    await loadImage(png);
    return undefined;
  } catch {
    return 'its picture is broken';
  }
}

function describe(error: unknown, timeoutMilliseconds: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMilliseconds / 1000} s`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}
