import type { APIMessage } from 'discord-api-types/v10';
import type { Bot } from '../end-to-end/bot.ts';
import { buttonsOf, isOver } from '../end-to-end/read.ts';
import type { Discord } from '../wire/discord.ts';
import { freezeChildren, livingChildren } from './children.ts';

/** The quickest there is. */
export const quick = { cause: 'dropout', runs: 2, seed: '7' };

/** The message with this id once it says how the demo ended. */
export const ended = (
  { driver }: Pick<Bot, 'driver'>,
  id: string | undefined,
): Promise<APIMessage> =>
  driver.waitFor((messages) => messages.find((one) => one.id === id && isOver(one)));

/** Starts a demo and waits until its message says so. */
async function start({ driver }: Pick<Bot, 'driver'>, options = quick) {
  const { acknowledgement } = await driver.runCommand('demo', options);
  const id = acknowledgement?.messageId ?? '';
  const message = await driver.waitFor((messages) =>
    messages.find((one) => one.id === id && buttonsOf(one).length > 0),
  );
  return { id, message };
}

/** A demo in the middle of its run, as long as the test wants: its child stands still until `release`. */
export async function standing(bot: Pick<Bot, 'driver'>, options = quick) {
  if (livingChildren().length === 0) await ended(bot, (await start(bot)).id);
  const release = freezeChildren();
  return { ...(await start(bot, options)), release };
}

/** How often each interaction was answered. */
export function answersTo({ requests }: Pick<Discord, 'requests'>): readonly number[] {
  const counts = new Map<string, number>();
  for (const { path } of requests)
    if (path.endsWith('/callback')) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts.values()];
}
