import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect } from 'vitest';
import { startBot } from '../end-to-end/bot.ts';
import { picturesOf } from '../end-to-end/read.ts';
import { ended, quick } from './demo.ts';
import { proves } from './proves.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Two demos with charts, and a log in which the host is complained of once. */
async function expectOwnCharts(answer: RequestListener, isListening: boolean, reason: RegExp) {
  const host = createServer(answer);
  await new Promise<void>((resolve) => {
    host.listen(0, '127.0.0.1', resolve);
  });
  const { port } = host.address() as AddressInfo;
  const close = () => void host.close();
  if (isListening) closing.push(close);
  else close();
  const bot = await startBot({ demoWorkers: 1, quickChartUrl: `http://127.0.0.1:${port}` });
  closing.push(() => bot.close());
  for (const seed of ['7', '8']) {
    const { acknowledgement } = await bot.driver.runCommand('demo', { ...quick, seed });
    const [picture] = picturesOf(await ended(bot, acknowledgement?.messageId));
    const png = Buffer.from(await (await fetch(picture?.media.url ?? '')).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  }
  expect(bot.log).toEqual([expect.stringMatching(reason)]);
}

const page: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'image/png' }).end('<html></html>');
};

proves('quickchart-down', () => expectOwnCharts(page, false, /^QUICKCHART_URL .*ECONNREFUSED/));

proves('quickchart-lying', () => expectOwnCharts(page, true, /^QUICKCHART_URL .*not a PNG/));
