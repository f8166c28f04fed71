import { studyIds } from '../src/demos/index.ts';
import { wordsFor, type Locale } from '../src/words/index.ts';
import { defineCommand, type Command } from './framework/command.ts';
import { text, type Reply } from './framework/reply.ts';

/** `listed`: all commands, itself among them. */
export const helpOf = (listed: () => readonly Command[]) =>
  defineCommand({
    name: 'help',
    words: ({ replies }) => replies.commands.help,
    options: {},

    execute(_inputs, conversation) {
      const { locale, isManager } = conversation;
      return conversation.reply(helpReply(locale, listed(), { isManager }), { private: true });
    },
  });

/** `isManager`: for somebody who manages the server, and sees the commands for that. */
export function helpReply(
  locale: Locale,
  commands: readonly Command[],
  { isManager = false } = {},
): Reply {
  const words = wordsFor(locale);
  const { help: say } = words.replies;
  const lines = commands
    .filter(({ group }) => isManager || !group)
    .map((command) => {
      const { name, description } = command.words(words);
      const group = command.group?.words(words).name;
      return say.command(group ? `${group} ${name}` : name, description);
    });
  const studies = studyIds.map((id) => say.study(id, words.replies.studies[id].title));
  return {
    tone: 'plain',
    blocks: [
      say.intro,
      [...lines, ...studies].join('\n'),
      say.mention,
      say.example,
      say.replay,
    ].map(text),
  };
}
