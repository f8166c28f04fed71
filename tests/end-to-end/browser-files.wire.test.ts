import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { channelPage } from './channel-page.ts';
import { script } from './checking.ts';
import { chromiumPath, launchChromium } from './chromium.ts';

if (!chromiumPath)
  console.log('SKIPPED: files in the browser, because no Chromium was found. See CHROMIUM_PATH.');

const file = { name: 'train.py', mimeType: 'text/x-python', buffer: Buffer.from(script) };

describe.skipIf(!chromiumPath)('files in the playground’s page', () => {
  let bot: Bot;
  let browser: Browser;
  let page: Page;
  let channel: ReturnType<typeof channelPage>;
  beforeAll(async () => {
    bot = await startBot({}, {}, { examineSeconds: 60 });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1000, height: 1200 } });
    page.setDefaultTimeout(30_000);
    channel = channelPage(page);
    await page.goto(bot.pageUrl);
    await channel.composer().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await bot.close();
  });

  const findings = () => channel.messages().getByText('Line 26 · differs on every call');

  /** The keyboard opens the list of files, which is the system's own; a file is chosen in it. */
  async function choose(open: () => Promise<void>): Promise<void> {
    const [list] = await Promise.all([page.waitForEvent('filechooser'), open()]);
    await list.setFiles(file);
  }

  it('come with a command, by keyboard alone', async () => {
    await channel.composer().fill('/check code ');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'file', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await choose(() => page.keyboard.press('Enter'));
    await page.keyboard.press('Enter');
    await findings().first().waitFor();
    await channel.expectEndInView();
  });

  it('come with a form, beside what is chosen in it', async () => {
    await channel.composer().fill('/check code ');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Check my code' });
    await form.waitFor();
    expect(await form.getByRole('radio').count()).toBe(4);
    await choose(() => form.getByLabel('A file').press('Enter'));
    await form.getByRole('radio', { name: 'Calls of one trained model' }).focus();
    await page.keyboard.press('Space');
    await form.getByRole('button', { name: 'Submit' }).press('Enter');
    await channel.messages().getByText('What fits “Calls of one trained model”').waitFor();
  });

  it('come with a message', async () => {
    await channel.composer().fill('@Seedling');
    await choose(() => page.getByRole('button', { name: 'Attach a file' }).press('Enter'));
    await page
      .getByRole('list', { name: 'Files to send' })
      .getByText('train.py', { exact: true })
      .waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => findings().count()).toBe(3);
    await channel.messages().getByText('train.py').first().waitFor();
  });
});
