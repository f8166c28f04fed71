import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/words/index.ts';
import { startBot, type Bot } from './bot.ts';
import { chromiumPath, launchChromium } from './chromium.ts';
import { channelPage } from './channel-page.ts';

if (!chromiumPath)
  console.log(
    'SKIPPED: a lesson in a browser, because no Chromium was found. Install one, or name it in CHROMIUM_PATH.',
  );

const window = { width: 800, height: 900 };

// Everybody here uses the keyboard alone.
describe.skipIf(!chromiumPath)('a lesson in a browser', () => {
  let bot: Bot;
  let browser: Browser;
  let chen: Page;
  let ada: Page;
  let ben: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    bot = await startBot({ demoWorkers: 1 });
    browser = await launchChromium();
    // Who somebody is, each tab knows for itself.
    const context = await browser.newContext({ viewport: window });
    const open = async (name: string) => {
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(bot.pageUrl);
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
      await page.getByRole('combobox', { name: 'You are' }).focus();
      await page.keyboard.press(name.slice(0, 1));
      await page.locator('.face').getByText(name.replace('Ms. ', '').slice(0, 1)).waitFor();
      return page;
    };
    [chen, ada, ben] = [await open('Ms. Chen'), await open('Ada'), await open('Ben')];
  });
  afterAll(async () => {
    await browser.close();
    await bot.close();
  });

  /** Up from where one writes to the newest message that has this button, then on to the button. */
  async function press(page: Page, name: string): Promise<void> {
    const button = page.getByRole('button', { name, exact: true });
    await button.last().waitFor();
    await page.getByRole('textbox').focus();
    const focused = page.locator(':focus');
    for (let up = 0; up < 9; up++) {
      await page.keyboard.press('ArrowUp');
      if ((await focused.locator(button).count()) > 0) break;
    }
    for (let on = 0; on < 12; on++) {
      await page.keyboard.press('Tab');
      if ((await focused.and(button).count()) > 0) return page.keyboard.press('Enter');
    }
    throw new Error(`Tab does not lead to “${name}”.`);
  }

  const see = (page: Page, text: string | RegExp) =>
    page.getByRole('log').getByText(text).last().waitFor();

  const votes = (page: Page) => page.getByRole('log').getByRole('img').last().getAttribute('alt');

  async function start(page: Page, command: string, title: string): Promise<void> {
    await page.getByRole('textbox').focus();
    // The space after its name picks it.
    await page.keyboard.type(`${command} `);
    await page.keyboard.type(title);
    await page.getByRole('option', { name: title, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
  }

  test('starts, takes three votes and a change of mind, and shows nothing of them', async () => {
    await start(chen, '/lesson start', 'The last bit');
    await press(ada, 'B');
    await see(ada, 'You chose B.');
    await press(ben, 'A');
    await see(ben, 'You chose A.');
    await press(ben, 'C');
    await see(ben, 'You chose C.');
    await press(chen, 'C');
    await see(chen, '3 people answered so far');
    expect(await ada.getByRole('log').textContent()).not.toMatch(/%|You chose [AC]/);
  });

  test('reveals, and tells each in private whether they were right; a screen reader hears both', async () => {
    await channelPage(ben).recordAnnouncements();
    await press(chen, 'Reveal');
    await see(ben, 'B is right:');
    expect(await votes(ben)).toContain('A: 0; B (right): 1; C: 2.');
    await press(ben, 'Was I right?');
    await see(ben, 'You chose C; B is right.');
    const heard = (await channelPage(ben).announcements()).join('\n');
    expect(heard).toContain('differ');
    expect(heard).toContain('You chose C; B is right.');
  });

  test('votes again, with a simulated class of 50', async () => {
    await press(chen, 'Vote again');
    await press(ada, 'B');
    await press(ben, 'B');
    await press(chen, 'Class of 50 (simulated)');
    await see(chen, '52 people answered so far');
    await press(chen, 'Reveal');
    await expect.poll(() => votes(ada)).toMatch(/A: 0, then \d+; B \(right\): 1, then \d+; C: 2/);
  });

  test('ends with a handout that can be downloaded', async () => {
    await press(chen, 'End the lesson');
    await press(chen, 'Yes, end it');
    await see(chen, 'Summary: The last bit');
    const link = chen.getByRole('link', { name: /^[^D].*\.html$/ });
    await link.focus();
    const coming = chen.waitForEvent('download');
    await chen.keyboard.press('Enter');
    const page = await readFile(await (await coming).path(), 'utf8');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('The last bit');
  });

  test('goes the same way in Chinese', async () => {
    const { lessons: say } = wordsFor('zh-CN').replies;
    await chen.getByRole('combobox', { name: 'Your language' }).focus();
    await chen.keyboard.press('ArrowDown');
    await chen.getByRole('textbox', { name: '消息' }).waitFor();
    await start(chen, '/课堂 开始', '最后一位');
    await press(ada, 'A');
    await see(chen, '已有 1 人作答');
    await press(chen, say.reveal);
    await see(chen, say.because('B', '', '').slice(2, 6));
    await press(chen, say.end);
    await press(chen, say.endNow);
    await see(chen, /总结：/);
  });

  test('had nothing to complain about', () => {
    expect(complaints).toEqual([]);
    expect(bot.log).toEqual([]);
  });
});
