import { wordsFor } from '../src/words/index.ts';
import { checkButton } from './check/buttons.ts';
import { startButton } from './diagnose/views.ts';
import { isFor } from './framework/audience.ts';
import { defineCommand, type Command } from './framework/command.ts';
import { text, type Reply } from './framework/reply.ts';
import { actions } from './parts/actions.ts';
import { causesMenu } from './parts/all-causes.ts';
import { overviewButton } from './parts/picture.ts';
import { buttonRow, removeButtons } from './parts/controls.ts';
import { readerOf, type Reader } from './parts/reader.ts';

/** `listed`: all commands, itself among them. */
export const helpOf = (listed: () => readonly Command[]) =>
  defineCommand({
    name: 'help',
    words: ({ replies }) => replies.commands.help,
    options: {},

    execute(_inputs, conversation, services) {
      const theirs = listed().filter((command) => isFor(command.for, conversation));
      const reader = readerOf(conversation, true, services);
      return conversation.reply(helpReply(reader, theirs), { private: true });
    },
  });

/** A door: what one can do at once, then the names of the commands that the reader may use. */
export function helpReply(reader: Reader, commands: readonly Command[]): Reply {
  const words = wordsFor(reader.locale);
  const { help: say, causes, studies } = words.replies;
  const names = commands.map((command) => {
    const { name } = command.words(words);
    const group = command.group?.words(words).name;
    return `\`/${group ? `${group} ${name}` : name}\``;
  });
  return {
    tone: 'plain',
    blocks: [
      text(say.intro),
      {
        kind: 'buttons',
        buttons: [
          { ...startButton([], reader), style: 'primary' },
          {
            label: say.showMe(causes.dropout),
            style: 'secondary',
            customId: actions.startDemo.id(reader.owner, { cause: 'dropout' }),
          },
          {
            label: say.howBig,
            style: 'secondary',
            customId: actions.startDemo.id(reader.owner, { cause: 'all' }),
          },
          ...(['compare', 'steadier'] as const).map((cause) => ({
            label: studies[cause].name,
            style: 'secondary' as const,
            customId: actions.startDemo.id(reader.owner, { cause }),
          })),
        ],
      },
      causesMenu(reader),
      { kind: 'buttons', buttons: [checkButton(reader), overviewButton(reader)] },
      text(say.check),
      text(say.mention),
      text(say.example),
      text(`${say.replay}\n${say.commands(names)}`),
      ...buttonRow(removeButtons(reader)),
    ],
  };
}
