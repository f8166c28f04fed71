import { wordsFor } from '../src/words/index.ts';
import { confirmForgetting, keepingReply, listReply, mostShown } from './misses/views.ts';
import { on } from './framework/action.ts';
import { actions } from './parts/actions.ts';
import { defineCommand, type CommandGroup } from './framework/command.ts';
import { boolean } from './framework/option.ts';
import { refuse } from './framework/press.ts';
import { readerOf, sameReader } from './parts/reader.ts';
import { plain } from './framework/reply.ts';

const group: CommandGroup = {
  name: 'misses',
  words: ({ replies }) => replies.commands.misses,
  for: 'managers',
};
const isPrivate = { private: true };

const list = defineCommand({
  name: 'list',
  group,
  words: ({ replies }) => replies.commands.misses.list,
  options: {},

  async execute(_inputs, conversation, services) {
    const { serverId } = conversation;
    if (serverId === undefined) return refuse(conversation, (problems) => problems.notHere);
    const found = await services.misses.list(serverId, { first: 0, most: mostShown });
    if (!found) return refuse(conversation, (problems) => problems.noMisses);
    const reader = readerOf(conversation, true, services);
    return conversation.reply(listReply(found, 0, reader), isPrivate);
  },

  handlers: [
    on(actions.turnMisses, async ({ first }, press, services) => {
      const { serverId } = press;
      if (serverId === undefined) return refuse(press, (problems) => problems.notHere);
      const found = await services.misses.list(serverId, { first, most: mostShown });
      if (!found) return refuse(press, (problems) => problems.noMisses);
      return press.update(listReply(found, first, sameReader(press, services)));
    }),
  ],
});

const keepTexts = defineCommand({
  name: 'keep-texts',
  group,
  words: ({ replies }) => replies.commands.misses['keep-texts'],
  options: { on: boolean({ required: true }) },

  async execute({ on: keeps }, conversation, { misses }) {
    const { serverId, locale } = conversation;
    if (serverId === undefined) return refuse(conversation, (problems) => problems.notHere);
    const isDone = await misses.setKeepsTexts(serverId, keeps);
    if (!isDone) return refuse(conversation, (problems) => problems.noMisses);
    return conversation.reply(keepingReply(keeps, locale), isPrivate);
  },
});

const forget = defineCommand({
  name: 'forget',
  group,
  words: ({ replies }) => replies.commands.misses.forget,
  options: {},

  execute: (_inputs, conversation, services) =>
    conversation.reply(confirmForgetting(readerOf(conversation, true, services)), isPrivate),

  handlers: [
    on(actions.forgetServer, async (_values, press, { misses }) => {
      const { serverId } = press;
      if (serverId === undefined) return refuse(press, (problems) => problems.notHere);
      const isDone = await misses.forgetServer(serverId);
      if (!isDone) return refuse(press, (problems) => problems.noMisses);
      return press.update(plain(wordsFor(press.locale).replies.misses.forgotten));
    }),
  ],
});

export const missesCommands = [list, keepTexts, forget];
