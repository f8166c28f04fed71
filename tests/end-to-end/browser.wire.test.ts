import { existsSync } from 'node:fs';
import { createCanvas, loadImage, type Image } from '@napi-rs/canvas';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type Bot } from './bot.ts';

const executablePath = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
].find((path) => existsSync(path));

if (!executablePath)
  console.log(
    'SKIPPED: the browser test, because no Chromium was found. Install one, or name it in CHROMIUM_PATH.',
  );

function countColours(image: Image): number {
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return new Set(new Uint32Array(data.buffer)).size;
}

describe.skipIf(!executablePath)('the playground in a browser', () => {
  let bot: Bot;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    bot = await startBot();
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-sync'],
    });
    page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text());
    });
    await page.goto(bot.pageUrl);
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await bot.close();
  });

  const messages = () => page.getByRole('log', { name: 'Messages' });
  const composer = () => page.getByRole('textbox', { name: 'Message' });

  const pictures = () => messages().getByRole('img', { name: /./ });

  /** Runs a demo by keyboard; `offered` is its name in the suggestions. */
  const runDemo = async (typed: string, offered: string) => {
    const before = await pictures().count();
    await composer().fill('/demo ');
    await page.keyboard.type(typed);
    await page.getByRole('option', { name: offered, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await pictures().nth(before).waitFor({ timeout: 25_000 });
  };

  const distanceToEnd = () =>
    page.evaluate<number>(
      "(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector('[role=log]'))",
    );

  /** The last message, with its picture loaded, ends inside the window. */
  const expectEndInView = async () => {
    await page.waitForFunction('[...document.images].every((image) => image.complete)');
    await expect.poll(distanceToEnd).toBeLessThan(5);
  };

  it('answers /ask, typed by keyboard alone', async () => {
    await page.keyboard.press('/');
    await page.getByRole('option', { name: /ask/ }).waitFor();
    await page.keyboard.type('ask');
    await page.keyboard.press('Enter');
    await page.keyboard.type('my model gives other outputs because I forgot model.eval()');
    await page.keyboard.press('Enter');
    await messages().getByText('Dropout left on').first().waitFor();
  });

  it('runs /demo dropout by keyboard and shows the chart with its alt text', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('demo');
    await page.keyboard.press('Enter');
    await page.keyboard.type('dropout');
    await page.getByRole('option', { name: /Dropout/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const chart = messages().getByRole('img', { name: /10 calls/ });
    await chart.waitFor({ timeout: 25_000 });
    const shot = await loadImage(await chart.screenshot());
    expect(shot.width / shot.height, 'it is not stretched').toBeCloseTo(4 / 3, 1);
    expect(shot.width, 'it is large enough to read').toBeGreaterThan(400);
    expect(countColours(shot), 'it is not empty').toBeGreaterThan(100);
  });

  it('keeps to the end: three demos in a row, a reload, and one more answer', async () => {
    const demos = { dropout: 'Dropout', carried: 'carried over', order: 'Mini-batch order' };
    for (const [typed, offered] of Object.entries(demos)) {
      await runDemo(typed, offered);
      await expectEndInView();
    }
    await page.reload();
    await pictures().nth(3).waitFor();
    await expectEndInView();
    await runDemo('initial', 'initial weights');
    await expectEndInView();
  });

  it('stays where the reader scrolled up to, and a button leads to what is new', async () => {
    await messages().hover();
    await page.mouse.wheel(0, -700);
    await expect.poll(distanceToEnd).toBeGreaterThan(400);
    const before = await distanceToEnd();
    bot.driver.say('What is a seed?', { user: 'ben' });
    const newer = page.getByRole('button', { name: '1 new message' });
    await newer.waitFor();
    expect(await distanceToEnd(), 'what is read stays in place').toBeGreaterThan(before);
    await newer.click();
    await newer.waitFor({ state: 'hidden' });
    await expectEndInView();
    await messages().getByRole('article').last().getByText('What is a seed?').waitFor();
  });

  it('mentions the bot by keyboard alone, and shows the answer as a reply', async () => {
    await composer().click();
    await page.keyboard.type('@Se');
    await page.getByRole('option', { name: '@Seedling' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('does the batch order change what my lstm learns?');
    await page.keyboard.press('Enter');
    await messages().getByText('Mini-batch order').first().waitFor();
    const excerpt = messages().getByRole('button', { name: '@Seedling does the batch order' });
    await excerpt.waitFor();
  });

  it('answers a message from its menu, by keyboard alone', async () => {
    await composer().fill('why do other initial weights give another model?');
    await page.keyboard.press('Enter');
    const asked = messages().getByRole('article').last();
    await asked.getByText('other initial weights').waitFor();
    await asked.getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Reply' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await messages().getByText('Answered:').waitFor();
    await messages().getByText('Random initial weights').first().waitFor();
  });

  it('talks to the bot in direct messages', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Seedling' }).click();
    await page.getByText('the beginning of your direct messages').waitFor();
    await composer().fill('忘了写 model.eval() 结果会变吗');
    await page.keyboard.press('Enter');
    await messages().getByText('推理时 dropout 没关').waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'lstm-help' }).click();
    await messages().getByText('Answered:').waitFor();
  });

  it('fits a phone: nothing has to be scrolled sideways', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('had nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
