import type { APIMessage } from 'discord-api-types/v10';
import type { By } from '@seedling/playground';
import type { Bot } from './bot.ts';
import { buttonOf, buttonsOf, textOf } from './read.ts';

export type Saying = NonNullable<Parameters<Bot['driver']['say']>[1]>;

export const repliesTo = (bot: Bot, id: string, user: By['user'] = 'ada'): APIMessage[] =>
  bot.driver
    .messages(user)
    .filter(({ message_reference: reference }) => reference?.message_id === id);

/** Somebody writes a message; resolves to the bot's reply. */
export async function sayTo(bot: Bot, text: string, by: Saying = {}): Promise<APIMessage> {
  const { id } = bot.driver.say(text, by);
  return bot.driver.waitFor(() => repliesTo(bot, id, by.user)[0], by.user ? { user: by.user } : {});
}

/** Presses a button; resolves to the message that is there then: the same one, or what only the presser sees. */
export async function pressOn(
  bot: Bot,
  message: APIMessage,
  label: string,
  by: By = {},
): Promise<APIMessage> {
  const { acknowledgement } = await bot.driver.press(message.id, buttonOf(message, label), by);
  const id = acknowledgement?.messageId ?? message.id;
  return bot.driver.waitFor(
    (all) => all.find((one) => one.id === id),
    by.user ? { user: by.user } : {},
  );
}

/** Deletes a message, as somebody does who may: says yes to the question whether it shall really go. */
export async function remove(
  bot: Bot,
  message: APIMessage,
  label = 'Delete this message',
  by: By = {},
): Promise<void> {
  const asked = await pressOn(bot, message, label, by);
  const yes = buttonsOf(asked)[0]?.customId;
  if (asked.id === message.id || yes === undefined) throw new Error(textOf(asked));
  await bot.driver.press(asked.id, yes, by);
  await bot.driver.waitFor(
    (all) => (all.some(({ id }) => id === message.id) ? undefined : true),
    by.user ? { user: by.user } : {},
  );
}
