import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import type { Driver } from '@seedling/playground';
import { buttonsOf, textOf } from '../../tests/end-to-end/read.ts';
import { descendantsOf } from '../../tests/wire/descendants.ts';
import { startDiscord, type Discord } from '../../tests/wire/discord.ts';
import { startProcess, type BotProcess } from '../../tests/wire/process.ts';
import { run, writeInPassing } from './crowd.ts';
import type { Probe } from '../../tests/wire/probe.ts';

export interface SoakSettings {
  readonly commands: number;
  /** After so many the memory is taken to be what it will stay. */
  readonly warmUp: number;
  /** How many are under way at a time. */
  readonly atOnce: number;
  /** How many strangers write with each command, not to the bot: somebody new each time. */
  readonly strangers: number;
  /** The demos in it, which are short. */
  readonly demo: Readonly<Record<string, string | number>>;
}

/** How much the bot holds at one moment. */
export interface Held extends Probe {
  /** Bytes of all its child processes together, and how many there are. */
  readonly childrenRss: number;
  readonly children: number;
}

export interface Soak {
  readonly before: Held;
  readonly after: Held;
  readonly log: string;
  /** Of the process that was asked to leave at the end; 0 if it ended by itself. */
  readonly exitCode: number | null;
  readonly leftAfterMs: number;
}

/** Uses everything many times, in a bot that is a process of its own, and looks at what it holds. */
export async function soak({
  commands,
  warmUp,
  atOnce,
  strangers,
  demo,
}: SoakSettings): Promise<Soak> {
  const folder = mkdtempSync(join(tmpdir(), 'seedling-soak-'));
  const discord = await startDiscord();
  const bot = await startProcess(
    discord,
    {
      DEMO_WORKERS: String(workers),
      MISSES_DATABASE_URL: `file:${join(folder, 'misses.db')}`,
    },
    { withProbe: true },
  );
  try {
    let next = 0;
    const workUntil = async (end: number) => {
      const one = async () => {
        while (next < end) {
          const at = next;
          next += 1;
          for (let each = 0; each < strangers; each++)
            writeInPassing(discord, at * strangers + each);
          await use(discord, at, demo);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, one));
    };
    // As many demos at once as there are children, so that none of them is missing.
    const all = () =>
      Promise.all(
        Array.from({ length: workers }, () => runDemo(discord.driver, demo, 'Delete this message')),
      );
    await workUntil(warmUp);
    await all();
    const before = await look(bot);
    await workUntil(commands);
    await all();
    const after = await look(bot);
    const since = performance.now();
    const exitCode = await bot.leave();
    const leftAfterMs = performance.now() - since;
    return { before, after, log: bot.output(), exitCode, leftAfterMs };
  } finally {
    await bot.leave();
    await discord.close();
    rmSync(folder, { recursive: true });
  }
}

const workers = 2;

async function look(bot: BotProcess): Promise<Held> {
  const probe = await bot.probe();
  const children = descendantsOf(bot.child.pid ?? 0);
  return { ...probe, children: children.length, childrenRss: rssOf(children) };
}

/** In bytes. */
function rssOf(pids: readonly number[]): number {
  if (pids.length === 0) return 0;
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', pids.join(',')], { encoding: 'utf8' });
  return kilobytes
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + Number(line) * 1024, 0);
}

const questions = [
  'Why does my LSTM give different results every time?',
  'my dropout differs in every call although the weights are the same',
  '为什么我的 LSTM 每次训练结果都不一样？',
  'What is the capital of France?',
];

/** The n-th of the mixed commands: two of twenty are demos, and one of ten demos is cancelled. */
async function use(discord: Discord, at: number, demo: SoakSettings['demo']): Promise<void> {
  const { driver } = discord;
  const member = { user: at, server: at % 50 };
  const question = questions[at % questions.length] ?? '';
  switch (at % 20) {
    case 0:
      return runDemo(driver, { ...demo, seed: String(at) }, 'Delete this message');
    case 10:
      return runDemo(driver, demo, at % 100 === 10 ? 'Cancel this run' : 'Delete this message');
    case 5: {
      const { acknowledgement } = await driver.runCommand('ask', { question: questions[0] ?? '' });
      await press(driver, acknowledgement?.messageId, 'Trained again');
      return;
    }
    case 3:
      await run(driver, member, 'cause', { name: 'dropout' });
      return;
    case 7:
      await run(driver, member, 'help');
      return;
    case 11:
      await run(driver, member, 'demo', { cause: 'nothing of the kind' });
      return;
    case 13:
      await driver.autocomplete('cause', { name: 'dro' }, 'name');
      return;
    default:
      await run(driver, member, 'ask', { question });
  }
}

async function runDemo(driver: Driver, options: SoakSettings['demo'], thenPress: string) {
  const { acknowledgement } = await driver.runCommand('demo', options);
  const id = acknowledgement?.messageId;
  if (thenPress.startsWith('Cancel')) await press(driver, id, thenPress);
  await driver.waitFor((messages) => messages.find((one) => one.id === id && isOver(one)), {
    withinMs: 120_000,
  });
  const { acknowledgement: asked } = (await press(driver, id, 'Delete this message')) ?? {};
  await press(driver, asked?.messageId, 'Yes, delete it');
}

const isOver = (message: APIMessage): boolean =>
  textOf(message) !== '' && !buttonsOf(message).some(({ label }) => label === 'Cancel this run');

/** Does nothing if the message has no such button any more. */
async function press(driver: Driver, id: string | undefined, label: string) {
  const message = driver.messages().find((one) => one.id === id);
  const button = message && buttonsOf(message).find((one) => one.label === label);
  return message && button ? driver.press(message.id, button.customId) : undefined;
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const change = (before: number, after: number): string => {
  const percent = (100 * (after - before)) / before;
  return `${megabytes(before)}, then ${megabytes(after)} (${percent > 0 ? '+' : ''}${percent.toFixed(1)} %)`;
};
const list = (handles: Probe['handles']): string =>
  Object.entries(handles)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');

/** The figures of a soak, one a line. */
export function report({ commands, warmUp, strangers }: SoakSettings, seen: Soak): string[] {
  const { before, after, exitCode, leftAfterMs, log } = seen;
  const lines = log.trim().split('\n').length;
  return [
    `after ${warmUp} of ${commands} mixed commands and ${strangers} messages of strangers with each, then after all`,
    `resident memory of the bot: ${change(before.rss, after.rss)}`,
    `resident memory of its ${before.children}, then ${after.children} children: ${change(before.childrenRss, after.childrenRss)}`,
    `JavaScript heap of the bot: ${change(before.heap, after.heap)}`,
    `held open: ${list(before.handles)}`,
    `then:      ${list(after.handles)}`,
    `asked to leave, it ended with exit code ${exitCode} after ${leftAfterMs.toFixed(0)} ms; it wrote ${lines} lines`,
  ];
}
