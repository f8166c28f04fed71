import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ComponentType, InteractionType, type APIMessage } from 'discord-api-types/v10';
import type { Browser, Locator, Page } from 'playwright-core';
import { projectRoot } from '../../src/root.ts';
import { startBot, type Bot } from '../../tests/end-to-end/bot.ts';
import { launchChromium } from '../../tests/end-to-end/chromium.ts';
import { buttonOf, textOf } from '../../tests/end-to-end/read.ts';
import { memberOf } from '../load/crowd.ts';

interface Picture {
  /** From the root of the project. */
  readonly path: string;
  readonly bytes: number;
}

/** A page with larger pictures takes long to open on a phone; one of them may move. */
const mostBytes = 260_000;
const mostBytesMoving = 2_000_000;

const languages = ['en-US', 'zh-CN', 'zh-TW'] as const;
const inChinese = /\p{Script=Han}/u;

/**
 * The pictures of the documents, taken of the real bot in the real playground. Throws if a picture lacks what it should
 * show: if a chart is not loaded or not in view, or a text is missing.
 */
export async function takePictures(): Promise<Picture[]> {
  const bot = await startBot();
  const browser = await launchChromium();
  try {
    return [
      await demoOnPage(bot, browser),
      await answer(bot, browser),
      await watchedTraining(bot),
      await lesson(bot, browser),
      ...(await chartsInAllLanguages(bot, browser)),
    ];
  } finally {
    await browser.close();
    await bot.close();
  }
}

/** What somebody sees who has just run a demo. */
async function demoOnPage(bot: Bot, browser: Browser): Promise<Picture> {
  const page = await open(bot, browser, { width: 1100, height: 1160 });
  await bot.command('demo', { cause: 'dropout', seed: '7' });
  const message = page.getByRole('article').last();
  await expectChartInView(page, message);
  for (const text of [/spread \d/, /Replay code/]) await expectText(message, text);
  await expectInView(page, message.getByText(/spread \d/).first());
  return save('docs/playground.png', await page.screenshot());
}

/** The answer to a question, as it stands in the channel. */
async function answer(bot: Bot, browser: Browser): Promise<Picture> {
  const page = await open(bot, browser, { width: 900, height: 860 });
  await bot.command('ask', {
    question:
      'Same weights, same input: my PyTorch model says 0.41, then 0.47. I never call eval().',
  });
  const message = page.getByRole('article').last();
  for (const text of [/I never call eval/, /You write/, /Dropout left on/, /Run demo: Dropout/])
    await expectText(message, text);
  return save('docs/pictures/answer.png', await message.screenshot());
}

/** The animation itself, as the bot posts it: a screenshot would not move. */
async function watchedTraining({ driver }: Bot): Promise<Picture> {
  const demo = { cause: 'initial-weights', seed: '7', watch: true };
  const { acknowledgement } = await driver.runCommand('demo', demo);
  const { attachments } = await driver.waitFor(
    (messages) =>
      messages.find(
        (each) => each.id === acknowledgement?.messageId && each.attachments.length === 2,
      ),
    // Pictures are taken while others work on the machine.
    { withinMs: 300_000 },
  );
  const gif = attachments.find((each) => each.content_type === 'image/gif');
  if (!gif) throw new Error('The demo has no animation.');
  const bytes = Buffer.from(await (await fetch(gif.url)).arrayBuffer());
  return save('docs/pictures/training.gif', bytes, mostBytesMoving);
}

/** How so many of a class vote on the first step, and after the discussion. */
const firstVote = { A: 17, B: 19, C: 9, D: 2 };
const secondVote = { A: 5, B: 38, C: 3, D: 1 };

/** A step of a lesson whose class voted, saw the result, and voted again. */
async function lesson(bot: Bot, browser: Browser): Promise<Picture> {
  const page = await open(bot, browser, { width: 900, height: 1500 });
  await bot.command('lesson start', { name: 'same-model' }, teacher);
  const result = await revealed(bot, '1 of 3', firstVote);
  await bot.driver.press(result.id, buttonOf(result, 'Vote again'), teacher);
  await revealed(bot, 'Vote again: ', secondVote);
  const message = page.getByRole('article').filter({ hasText: 'B is right' }).last();
  for (const text of [/B is right/, /Talk about it/, /Was I right/])
    await expectText(message, text);
  await expectLoaded(message.getByRole('img', { name: /up to 0.39 apart/ }));
  await expectLoaded(message.getByRole('img', { name: /38 of 47 were right/ }));
  const picture = save('docs/pictures/lesson.png', await message.screenshot());
  await bot.command('lesson end', {}, teacher);
  return picture;
}

const teacher = { user: 'chen' } as const;

/** Has a class vote on the open question, and reveals the result. */
async function revealed(
  { driver }: Bot,
  question: string,
  votes: Readonly<Record<string, number>>,
): Promise<APIMessage> {
  const newest = (text: string) => (messages: readonly APIMessage[]) =>
    messages.findLast((message) => textOf(message).includes(text));
  const asked = await driver.waitFor(newest(question));
  let voter = 0;
  for (const [label, count] of Object.entries(votes))
    for (let vote = 0; vote < count; vote++)
      await driver.sendRaw({
        type: InteractionType.MessageComponent,
        message: asked,
        member: memberOf(`31${String(voter++).padStart(16, '0')}`, 'student'),
        data: { custom_id: buttonOf(asked, label), component_type: ComponentType.Button },
      });
  await driver.press(asked.id, buttonOf(asked, 'Reveal'), teacher);
  return driver.waitFor((messages) => {
    const result = newest('B is right')(messages);
    return result && result.id > asked.id ? result : undefined;
  });
}

/** The charts as the channel shows them: as files they would be twice as large. */
async function chartsInAllLanguages(bot: Bot, browser: Browser): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const language of languages) {
    bot.driver.setServerLanguage(language);
    const page = await open(bot, browser, { width: 1100, height: 980 }, 1.5);
    await bot.command('demo', { cause: 'carried-state', seed: '7' }, { locale: language });
    const message = page.getByRole('article').last();
    const image = await expectChartInView(page, message);
    const altText = (await image.getAttribute('alt')) ?? '';
    if (inChinese.test(altText) === (language === 'en-US'))
      throw new Error(`The chart for ${language} is in another language: ${altText}`);
    pictures.push(save(`docs/pictures/chart-${language}.png`, await image.screenshot()));
  }
  return pictures;
}

/** The channel as Ada sees it, in the dark theme, as most people have Discord. */
async function open(
  bot: Bot,
  browser: Browser,
  viewport: { width: number; height: number },
  deviceScaleFactor = 1,
): Promise<Page> {
  const page = await browser.newPage({ viewport, deviceScaleFactor, colorScheme: 'dark' });
  await page.goto(bot.pageUrl);
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  return page;
}

async function expectChartInView(page: Page, message: Locator): Promise<Locator> {
  const image = message.getByRole('button', { name: 'Enlarge picture' }).getByRole('img');
  await expectLoaded(image);
  await expectInView(page, image);
  return image;
}

/** Not by waitForFunction: its second look is an `eval` in the page, which the page's own policy forbids. */
async function expectLoaded(image: Locator): Promise<void> {
  await image.waitFor();
  await image.evaluate('(picture) => picture.decode()');
}

async function expectText(message: Locator, text: RegExp): Promise<void> {
  await message.getByText(text).first().waitFor();
}

/** Between the bar above and the field below, whole. */
async function expectInView(page: Page, part: Locator): Promise<void> {
  const log = await page.getByRole('log').boundingBox();
  const box = await part.boundingBox();
  if (!log || !box || box.y < log.y || box.y + box.height > log.y + log.height)
    throw new Error(`It isn't in view: ${JSON.stringify({ part: box, log })}.`);
}

function save(path: string, bytes: Buffer, most = mostBytes): Picture {
  if (bytes.length > most) throw new Error(`${path} has ${bytes.length} bytes.`);
  mkdirSync(join(projectRoot, 'docs/pictures'), { recursive: true });
  writeFileSync(join(projectRoot, path), bytes);
  return { path, bytes: bytes.length };
}
