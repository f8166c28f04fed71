import { loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from './chromium.ts';
import { startBot, type Bot } from './bot.ts';
import { channelPage, countColours, type Named } from './channel-page.ts';

if (!chromiumPath)
  console.log(
    'SKIPPED: the browser test, because no Chromium was found. Install one, or name it in CHROMIUM_PATH.',
  );

describe.skipIf(!chromiumPath)('the playground in a browser', () => {
  let bot: Bot;
  let browser: Browser;
  let page: Page;
  let channel: ReturnType<typeof channelPage>;
  const complaints: string[] = [];

  beforeAll(async () => {
    bot = await startBot();
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    page.setDefaultTimeout(15_000);
    channel = channelPage(page);
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

  it('answers /ask, typed by keyboard alone', async () => {
    await page.keyboard.press('/');
    await page.getByRole('option', { name: /ask/ }).waitFor();
    await page.keyboard.type('ask');
    await page.keyboard.press('Enter');
    await page.keyboard.type('my model gives other outputs because I forgot model.eval()');
    await page.keyboard.press('Enter');
    await channel.messages().getByText('Dropout left on').first().waitFor();
  });

  it('runs /demo dropout by keyboard and shows the chart with its alt text', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('demo');
    await page.keyboard.press('Enter');
    await page.keyboard.type('dropout');
    await page.getByRole('option', { name: /Dropout/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const chart = channel.messages().getByRole('img', { name: /30 calls/ });
    await chart.waitFor({ timeout: 60_000 });
    const shot = await loadImage(await chart.screenshot());
    expect(shot.width / shot.height, 'it is not stretched').toBeCloseTo(4 / 3, 1);
    expect(shot.width, 'it is large enough to read').toBeGreaterThan(400);
    expect(countColours(shot), 'it is not empty').toBeGreaterThan(100);
  });

  it('keeps to the end: three demos in a row, a reload, and one more answer', async () => {
    const demos = { dropout: 'Dropout', carried: 'carried over', order: 'Mini-batch order' };
    for (const [typed, offered] of Object.entries(demos)) {
      await channel.runDemo(typed, offered);
      await channel.expectEndInView();
    }
    await page.reload();
    await channel.pictures().nth(3).waitFor();
    await channel.expectEndInView();
    await channel.runDemo('initial', 'initial weights');
    await channel.expectEndInView();
  });

  it('stays where the reader scrolled up to, and a button leads to what is new', async () => {
    await channel.messages().hover();
    await page.mouse.wheel(0, -700);
    await expect.poll(channel.distanceToEnd).toBeGreaterThan(400);
    const before = await channel.distanceToEnd();
    bot.driver.say('What is a seed?', { user: 'ben' });
    const newer = page.getByRole('button', { name: '1 new message' });
    await newer.waitFor();
    expect(await channel.distanceToEnd(), 'what is read stays in place').toBeGreaterThan(before);
    await newer.click();
    await newer.waitFor({ state: 'hidden' });
    await channel.expectEndInView();
    await channel.messages().getByRole('article').last().getByText('What is a seed?').waitFor();
  });

  it('mentions the bot by keyboard alone, and shows the answer as a reply', async () => {
    await channel.composer().click();
    await page.keyboard.type('@Se');
    await page.getByRole('option', { name: '@Seedling' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('the batch order changes the results of my training every time');
    await page.keyboard.press('Enter');
    await channel.messages().getByText('Mini-batch order').first().waitFor();
    const excerpt = channel.messages().getByRole('button', { name: '@Seedling the batch order' });
    await excerpt.waitFor();
  });

  it('answers a message from its menu, by keyboard alone', async () => {
    await channel.composer().fill('why do other initial weights give another model?');
    await page.keyboard.press('Enter');
    const asked = channel.messages().getByRole('article').last();
    await asked.getByText('other initial weights').waitFor();
    await asked.getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Reply' }).waitFor();
    const why = page.locator('[role=menuitem]:focus', { hasText: 'Why does this differ?' });
    for (let pressed = 0; pressed < 5 && (await why.count()) === 0; pressed++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await channel.messages().getByText('Answered:').waitFor();
    await channel.messages().getByText('Random initial weights').first().waitFor();
  });

  it('talks to the bot in direct messages', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Seedling' }).click();
    await page.getByText('the beginning of your direct messages').waitFor();
    await channel.composer().fill('忘了写 model.eval() 结果会变吗');
    await page.keyboard.press('Enter');
    await channel.messages().getByText('推理时 dropout 没关').waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'lstm-help' }).click();
    await channel.messages().getByText('Answered:').waitFor();
  });

  it('tells a screen reader how a demo ended, and not how it is getting on', async () => {
    await channel.recordAnnouncements();
    await channel.runDemo('dropout', 'Dropout');
    await expect
      .poll(channel.announcements)
      .toContainEqual(expect.stringMatching(/spread .*, up to .* apart/));
    const ends = await channel.announcements();
    expect(ends.length, 'that it starts, and its end').toBeLessThanOrEqual(2);
  });

  it('leads the focus to the next question of /diagnose, which is its name', async () => {
    await channel.composer().fill('/diagnose ');
    await page.keyboard.press('Enter');
    await channel.messages().getByText('Question 1 of at most 4').waitFor();
    await page.getByRole('button', { name: 'Trained again' }).last().focus();
    await page.keyboard.press('Enter');
    await channel.focused(/^Seedling, .*Question 2/).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await channel.focused(/Question 3|fits|check/).waitFor();
  });

  it('goes from message to message with the arrow keys, and back to writing with Escape', async () => {
    await channel.composer().focus();
    await page.keyboard.press('ArrowUp');
    const names = await channel
      .messages()
      .getByRole('article')
      .evaluateAll<string[], Named>((all) =>
        all.map((each) => each.getAttribute('aria-label') ?? ''),
      );
    const [before = '', last = ''] = names.slice(-2);
    await channel.focused(last).waitFor();
    await page.keyboard.press('ArrowUp');
    await channel.focused(before).waitFor();
    await page.keyboard.press('Tab');
    const isInside = "document.activeElement.closest('article') !== null";
    expect(await page.evaluate(isInside), 'Tab reaches what is in the message').toBe(true);
    await page.keyboard.press('ArrowDown');
    await channel.focused(last).waitFor();
    expect(await channel.distanceToEnd()).toBeLessThan(5);
    await page.keyboard.press('Escape');
    expect(await channel.composer().evaluate((field) => field.matches(':focus'))).toBe(true);
  });

  it('gives what is long to type to the clipboard', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await channel.messages().getByRole('button', { name: 'Copy' }).last().click();
    await channel.messages().getByRole('button', { name: 'Copied' }).waitFor();
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
      .getByText(/Dropout left on/)
      .last();
    await answer.waitFor();
    const lang = await answer.evaluate((element: Named) =>
      element.closest('[lang]')?.getAttribute('lang'),
    );
    expect(lang, 'of what is in another language').toBe('en');
    await page.getByRole('combobox', { name: '服务器语言' }).selectOption('en-US');
    await page.getByRole('combobox', { name: '你的语言' }).selectOption('en-US');
    await channel.composer().waitFor();
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
