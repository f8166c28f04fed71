import { helpReply } from './help/views.ts';
import { defineCommand } from './framework/command.ts';

export const help = defineCommand({
  name: 'help',
  words: ({ replies }) => replies.commands.help,
  options: {},

  execute(_inputs, conversation, { commands }) {
    const { locale, isManager } = conversation;
    return conversation.reply(helpReply(locale, commands, { isManager }), { private: true });
  },
});
