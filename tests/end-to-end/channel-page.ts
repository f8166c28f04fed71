import { createCanvas, type Image } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the tests need of an element; they know no DOM. */
export interface Named {
  getAttribute(name: string): string | null;
  closest(selector: string): Named | null;
}

/** What the browser tests look at and do in the playground's page. */
export function channelPage(page: Page) {
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
    await pictures().nth(before).waitFor({ timeout: 60_000 });
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

  return {
    messages,
    composer,
    pictures,
    runDemo,
    distanceToEnd,
    expectEndInView,
    focused,
    recordAnnouncements,
    announcements,
  };
}

/** More than a few: something is drawn. */
export function countColours(image: Image): number {
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return new Set(new Uint32Array(data.buffer)).size;
}
