import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import type { By } from '@seedling/playground';
import { startBot } from './bot.ts';
import { isPrivate, textOf } from './read.ts';
import { pressOn } from './say.ts';

export const teacher = { user: 'chen' } as const;
export const ada = { user: 'ada' } as const;
export const ben = { user: 'ben' } as const;

const start = Date.UTC(2026, 10, 28);

/** A bot whose database is a file, and for which time passes when the test says so. */
export async function openClassroom() {
  const folder = await mkdtemp(join(tmpdir(), 'lessons-'));
  let passed = 0;
  let work = async () => {};
  const clock = {
    now: () => start + passed,
    every(_milliseconds: number, repeated: () => Promise<void>) {
      work = repeated;
      return () => {};
    },
  };
  const url = `file:${join(folder, 'kept.db')}`;
  const bot = await startBot({ missesDatabaseUrl: url }, {}, { clock });
  /** The messages from before the lesson that goes on. */
  let before = new Set<string>();
  const channel = () => bot.driver.messages('ben').filter((message) => !isPrivate(message));

  /** As it is now. */
  const now = (message: APIMessage): APIMessage => {
    const found = channel().find(({ id }) => id === message.id);
    if (!found) throw new Error('The message is gone.');
    return found;
  };

  return {
    bot,
    now,
    async pass(hours: number) {
      passed += hours * 3_600_000;
      await work();
    },
    /** Starts a lesson; resolves to what is said to that. */
    async begin(
      name: string,
      by: By = teacher,
      options: { readonly thread?: boolean } = {},
    ): Promise<APIMessage> {
      before = new Set(channel().map(({ id }) => id));
      return (await bot.command('lesson start', { name, ...options }, by)).message;
    },
    end: () => bot.command('lesson end', {}, teacher),
    /** The newest message of this lesson that is so. */
    waitFor: (isIt: (message: APIMessage) => boolean): Promise<APIMessage> =>
      bot.driver.waitFor(
        (messages) =>
          messages.findLast(
            (message) => !isPrivate(message) && !before.has(message.id) && isIt(message),
          ),
        { user: 'ben', withinMs: 90_000 },
      ),
    /** Presses a button; resolves to what the presser is told. */
    tell: (message: APIMessage, label: string, by: By): Promise<APIMessage> =>
      pressOn(bot, now(message), label, by),
    async close() {
      await bot.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type Classroom = Awaited<ReturnType<typeof openClassroom>>;

export const saying =
  (what: string) =>
  (message: APIMessage): boolean =>
    textOf(message).includes(what);
