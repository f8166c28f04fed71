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

/** What the tests need of an element; they know no DOM. */
interface Named {
  getAttribute(name: string): string | null;
  closest(selector: string): Named | null;
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

  const pictures = () => messages().getByRole('button', { name: 'Enlarge picture' });

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

  /** The element with the focus, if it is called so. */
  const focused = (name: string | RegExp) =>
    page.locator(':focus').and(page.getByRole('article', { name }));

  const recordAnnouncements = () =>
    page.evaluate(`{
      const status = document.querySelector('[role=status]');
      window.announcements = [];
      new MutationObserver(() => window.announcements.push(status.textContent))
        .observe(status, { childList: true });
    }`);
  const announcements = () => page.evaluate<string[]>('window.announcements');

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

  it('tells a screen reader how a demo ended, and not how it is getting on', async () => {
    await recordAnnouncements();
    await runDemo('dropout', 'Dropout');
    await expect.poll(announcements).toContainEqual(expect.stringMatching(/spread up to .*apart/));
    const ends = await announcements();
    expect(ends.length, 'that it starts, and its end').toBeLessThanOrEqual(2);
  });

  it('leads the focus to the next question of /diagnose, which is its name', async () => {
    await composer().fill('/diagnose ');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Trained again' }).last().focus();
    await page.keyboard.press('Enter');
    await focused(/^Seedling, .*Question 2/).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await focused(/Question 3|fits|check/).waitFor();
  });

  it('goes from message to message with the arrow keys, and back to writing with Escape', async () => {
    await composer().focus();
    await page.keyboard.press('ArrowUp');
    const names = await messages()
      .getByRole('article')
      .evaluateAll<string[], Named>((all) => all.map((it) => it.getAttribute('aria-label') ?? ''));
    const [before = '', last = ''] = names.slice(-2);
    await focused(last).waitFor();
    await page.keyboard.press('ArrowUp');
    await focused(before).waitFor();
    await page.keyboard.press('Tab');
    const isInside = "document.activeElement.closest('article') !== null";
    expect(await page.evaluate(isInside), 'Tab reaches what is in the message').toBe(true);
    await page.keyboard.press('ArrowDown');
    await focused(last).waitFor();
    expect(await distanceToEnd()).toBeLessThan(5);
    await page.keyboard.press('Escape');
    expect(await composer().evaluate((field) => field.matches(':focus'))).toBe(true);
  });

  it('gives what is long to type to the clipboard', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await messages().getByRole('button', { name: 'Copy' }).last().click();
    await messages().getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^dropout\.inference\./);
  });

  it('speaks the chosen language, and the server may have another', async () => {
    await page.getByRole('combobox', { name: "Server's language" }).selectOption('zh-TW');
    await page.getByRole('combobox', { name: 'Your language' }).selectOption('zh-CN');
    await page.getByRole('textbox', { name: '消息' }).fill('/提问 ');
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    await page.keyboard.type('my model gives other outputs because I forgot model.eval()');
    await page.keyboard.press('Enter');
    const answer = page
      .getByRole('log')
      .getByText(/dropout 沒關/)
      .last();
    await answer.waitFor();
    const lang = await answer.evaluate((it: Named) => it.closest('[lang]')?.getAttribute('lang'));
    expect(lang, 'of what is in another language').toBe('zh-TW');
    await page.getByRole('combobox', { name: '服务器语言' }).selectOption('en-US');
    await page.getByRole('combobox', { name: '你的语言' }).selectOption('en-US');
    await composer().waitFor();
  });

  it('fits a phone: nothing sideways, a small header, buttons for fingers, charts as wide as it', async () => {
    const phone = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const touched = await phone.newPage();
    await touched.goto(bot.pageUrl);
    const chart = touched.getByRole('button', { name: 'Enlarge picture' }).last();
    await chart.waitFor();
    const measures = await touched.evaluate<{ overflow: number; header: number; small: string[] }>(
      `({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        header: document.querySelector('main').getBoundingClientRect().top,
        small: [...document.querySelectorAll('button:not(.mention)')]
          .filter((it) => it.offsetParent && it.getBoundingClientRect().height < 44)
          .map((it) => it.textContent || it.ariaLabel),
      })`,
    );
    expect(measures).toEqual({ overflow: 0, header: expect.any(Number), small: [] });
    expect(measures.header).toBeLessThan(60);
    await chart.tap();
    const enlarged = touched.getByRole('dialog').getByRole('img');
    const width = async () => (await enlarged.boundingBox())?.width;
    await expect.poll(width).toBeGreaterThan(300);
    expect(await width(), 'it opens fitted').toBeLessThan(360);
    await touched.getByRole('button', { name: 'Zoom' }).tap();
    await expect.poll(width).toBeGreaterThan(700);
    await phone.close();
  });

  it('had nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
