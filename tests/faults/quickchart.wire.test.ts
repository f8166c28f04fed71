import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect } from 'vitest';
import { startBot, type Bot } from '../end-to-end/bot.ts';
import { picturesOf } from '../end-to-end/read.ts';
import { ended, quick } from './demo.ts';
import { proves } from './proves.ts';

let host: Server;
let bot: Bot;
beforeAll(async () => {
  host = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end('<html></html>');
  });
  await new Promise<void>((resolve) => {
    host.listen(0, '127.0.0.1', resolve);
  });
  const { port } = host.address() as AddressInfo;
  bot = await startBot({ demoWorkers: 1, quickChartUrl: `http://127.0.0.1:${port}` });
});
afterAll(() => bot.close());

/** Two demos have charts, and the log complains of the host once. */
async function expectOwnCharts(reason: RegExp): Promise<void> {
  bot.log.length = 0;
  for (const seed of ['7', '8']) {
    const { acknowledgement } = await bot.driver.runCommand('demo', { ...quick, seed });
    const [picture] = picturesOf(await ended(bot, acknowledgement?.messageId));
    const png = Buffer.from(await (await fetch(picture?.media.url ?? '')).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  }
  expect(bot.log).toEqual([expect.stringMatching(reason)]);
}

proves('quickchart-lying', () => expectOwnCharts(/^QUICKCHART_URL .*not a PNG/));

proves('quickchart-down', () => {
  host.closeAllConnections();
  host.close();
  return expectOwnCharts(/^QUICKCHART_URL .*ECONNREFUSED/);
});
