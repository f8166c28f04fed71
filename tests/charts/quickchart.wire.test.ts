import { loadImage } from '@napi-rs/canvas';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { chartConfig, renderChart, type ChartConfig } from '../../src/charts/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { proves } from '../faults/proves.ts';
import { repeats, story } from './samples.ts';

const config = chartConfig(repeats(3), story, wordsFor('en').chart);
/** Of a host that works, however busy this machine is; and of one that doesn't. */
const patience = 20_000;
const timeoutMilliseconds = 100;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

async function serve(answer: Answer): Promise<string> {
  server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly type: string | undefined;
  readonly body: { chart: string } & Record<string, unknown>;
}

/** Answers as QuickChart does: draws the config it is sent. */
const quickChart =
  (received: Received[], sent: Buffer[] = []): Answer =>
  async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Received['body'];
    received.push({
      method: request.method,
      url: request.url,
      type: request.headers['content-type'],
      body,
    });
    const { png } = await renderChart(JSON.parse(body.chart) as ChartConfig);
    sent.push(png);
    response.writeHead(200, { 'content-type': 'image/png' }).end(png);
  };

async function attempt(quickChartUrl: string, within = patience) {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const chart = await renderChart(config, { quickChartUrl, log, timeoutMilliseconds: within });
  return { chart, lines, log };
}

const drawn = async (): Promise<Buffer> => (await renderChart(config)).png;

const endless: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'image/png' });
  const block = Buffer.alloc(1024 * 1024);
  const pour = () => {
    while (!response.destroyed && response.write(block));
  };
  response.on('drain', pour);
  response.write(Buffer.from('89504e470d0a1a0a', 'hex'));
  pour();
};

describe('drawing with a QuickChart host', () => {
  it('posts the config as text and takes the picture', async () => {
    const received: Received[] = [];
    const sent: Buffer[] = [];
    const url = await serve(quickChart(received, sent));
    const { chart, lines } = await attempt(`${url}/`);
    expect(chart.renderer).toBe('quickchart');
    expect(sent.map((png) => png.equals(chart.png))).toEqual([true]);
    expect(lines).toEqual([]);
    const [{ body, ...request } = { body: { chart: '' } }] = received;
    expect(request).toEqual({ method: 'POST', url: '/chart', type: 'application/json' });
    const { chart: text, ...settings } = body;
    expect(JSON.parse(text)).toEqual(config);
    expect(settings).toEqual({
      width: 600,
      height: 450,
      devicePixelRatio: 2,
      format: 'png',
      version: '4',
      backgroundColor: '#2b2d31',
    });
  });

  it.each(['/charts/v1', '/charts/v1/', '/charts/v1/chart'])(
    'finds a host that lives under a path: %s',
    async (path) => {
      const received: Received[] = [];
      const { chart } = await attempt((await serve(quickChart(received))) + path);
      expect(chart.renderer).toBe('quickchart');
      expect(received[0]?.url).toBe('/charts/v1/chart');
    },
  );

  it('sends a text that holds the function marker of quickchart-js as text', async () => {
    const received: Received[] = [];
    const quickChartUrl = await serve(quickChart(received));
    const title = '__BEGINFUNCTION__process.exit()__ENDFUNCTION__';
    const marked = chartConfig(repeats(2), { ...story, title }, wordsFor('en').chart);
    await renderChart(marked, { quickChartUrl });
    expect(JSON.parse(received[0]?.body.chart ?? '')).toEqual(marked);
  });

  const troubles: readonly (readonly [string, Answer, string])[] = [
    [
      'stops in the middle',
      async (_, response) => void response.writeHead(200).write((await drawn()).subarray(0, 5000)),
      'no answer within 0.1 s',
    ],
    [
      'answers with an error',
      (_, response) => void response.writeHead(500).end('no'),
      'status 500',
    ],
    [
      'answers with a page',
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'image/png' }).end('<html></html>'),
      'not a PNG picture',
    ],
    ['answers with nothing', (_, response) => void response.end(), 'not a PNG picture'],
    [
      'cuts the picture off',
      async (_, response) => void response.end((await drawn()).subarray(0, 5000)),
      'cut off',
    ],
    [
      'sends a signature only',
      (_, response) => void response.end(Buffer.from('89504e470d0a1a0a', 'hex')),
      'not a PNG picture',
    ],
    ['sends a picture without end', endless, 'too large'],
    [
      'sends a picture of another size',
      (_, response) =>
        void response.end(
          Buffer.from(
            'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
            'base64',
          ),
        ),
      'another size',
    ],
    [
      'sends a picture of nothing but its size',
      (_, response) => {
        const head = '89504e470d0a1a0a0000000d49484452000004b000000384';
        const end = '0000000049454e44ae426082';
        response.end(Buffer.from(head + '00'.repeat(1_000) + end, 'hex'));
      },
      'its picture is broken',
    ],
    [
      'sends us on to another address of this network',
      (request, response) => {
        if (request.url !== '/chart') throw new Error('It was followed.');
        response.writeHead(307, { location: '/elsewhere' }).end();
      },
      'redirect',
    ],
    ['hangs up', (request) => void request.socket.destroy(), 'other side closed'],
  ];

  it.each(troubles)('draws here, and says so once, if the host %s', async (_, answer, cause) => {
    const url = await serve(answer);
    // Only who keeps us waiting may be cut short, or a busy machine would look like a slow host.
    const timeout = cause.startsWith('no answer') ? timeoutMilliseconds : 10_000;
    const { chart, lines, log } = await attempt(url, timeout);
    expect(chart.renderer).toBe('embedded');
    expect(await loadImage(chart.png)).toMatchObject({ width: 1200, height: 900 });
    expect(lines).toEqual([expect.stringContaining(cause)]);
    await renderChart(config, { quickChartUrl: url, log, timeoutMilliseconds: timeout });
    expect(lines).toHaveLength(1);
  });

  proves('quickchart-slow', async () => {
    const url = await serve(() => {});
    const { chart, lines, log } = await attempt(url, timeoutMilliseconds);
    expect(chart.renderer).toBe('embedded');
    await renderChart(config, { quickChartUrl: url, log, timeoutMilliseconds });
    expect(lines).toEqual([expect.stringContaining('no answer within 0.1 s')]);
  });

  it('draws here if nobody listens', async () => {
    const url = await serve(() => {});
    server?.close();
    const { chart, lines } = await attempt(url);
    expect(chart.renderer).toBe('embedded');
    expect(lines).toEqual([expect.stringContaining('ECONNREFUSED')]);
  });

  it.each(['file:///etc/passwd', 'ftp://example.org', 'not a url', 'http://user:word@127.0.0.1:1'])(
    'takes plain http and https addresses only, not %s',
    async (url) => {
      const { chart, lines } = await attempt(url);
      expect(chart.renderer).toBe('embedded');
      expect(lines).toEqual([expect.stringContaining('not a plain http or https address')]);
    },
  );
});
