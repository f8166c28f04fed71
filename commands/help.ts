import { studyIds } from '../src/demos/index.ts';
import { wordsFor } from '../src/words/index.ts';
import { defineCommand } from './shared/command.ts';
import { text } from './shared/reply.ts';

export const help = defineCommand({
  name: 'help',
  words: ({ replies }) => replies.commands.help,
  options: {},

  execute(_inputs, conversation, { commands }) {
    const words = wordsFor(conversation.locale);
    const { help: say } = words.replies;
    const lines = commands
      .map((command) => command.words(words))
      .map(({ name, description }) => say.command(name, description));
    const studies = studyIds.map((id) => say.study(id, words.replies.studies[id].title));
    const reply = {
      tone: 'plain' as const,
      blocks: [say.intro, [...lines, ...studies].join('\n'), say.example, say.replay].map(text),
    };
    return conversation.reply(reply, { private: true });
  },
});
