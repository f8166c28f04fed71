import type { Answer } from '../src/answers/index.ts';
import { readOwnQuestion } from './ask/question.ts';
import { answerId, answerReply, pointerReply, unknownReply } from './ask/views.ts';
import { termReply } from './ask/term.ts';
import { helpReply } from './help.ts';
import { countUnknown } from './misses/count.ts';
import { withRemoval } from './parts/controls.ts';
import type { Command } from './framework/command.ts';
import type { Incoming } from './framework/context.ts';
import type { Problems } from './framework/press.ts';
import { readerOfMessage, type Reader } from './parts/reader.ts';
import { problemIn, type Reply } from './framework/reply.ts';
import type { Services } from './framework/services.ts';

/**
 * Answers a message that mentions the bot, or a direct message, with a reply. A message that only talks about the bot gets
 * no answer.
 */
export const createMessageAnswerer =
  (commands: readonly Command[]) =>
  async (incoming: Incoming, services: Services): Promise<void> => {
    const reader = readerOfMessage(incoming, services);
    const said = sayTo(incoming, reader, services, commands);
    if (!said) return;
    const limit = services.rateLimit.take(incoming.userId);
    if (limit === 'ignore') return;
    const { reply, id, unknown } = said;
    if (limit === 'warn') {
      await incoming.reply(problemIn(reader.locale, (it) => it.tooFast));
      return;
    }
    if (incoming.isDirect || id === undefined) await incoming.reply(reply);
    else await sayOnce(incoming, { reply, id }, reader, services);
    if (unknown) await countUnknown(unknown, incoming, services);
  };

interface Said {
  readonly reply: Reply;
  /** Of what may be asked again: names the answer. */
  readonly id?: string;
  readonly unknown?: Answer;
}

function sayTo(
  incoming: Incoming,
  reader: Reader,
  services: Services,
  commands: readonly Command[],
): Said | undefined {
  const { text, isDirect, isAddressed, hasFiles } = incoming;
  const refuse = (say: (problems: Problems) => string) => ({
    reply: withRemoval(problemIn(reader.locale, say), reader),
  });
  if (!text && hasFiles) return refuse((problems) => problems.onlyFiles);
  if (!text) return { reply: helpReply(reader, commands), id: 'help' };
  const asked = readOwnQuestion(text, incoming.userId, services);
  if (asked.kind === 'refused') return isAddressed ? refuse(asked.say) : undefined;
  if (asked.kind === 'term') return { reply: termReply(asked.id, reader), id: `term ${asked.id}` };
  const { answer } = asked;
  if (asked.kind === 'answered')
    return { reply: answerReply(answer, reader, { quote: false }), id: answerId(answer) };
  return isDirect || isAddressed
    ? { reply: unknownReply(answer, reader, { quote: false }), id: 'unknown', unknown: answer }
    : undefined;
}

/** The same answer in the same channel a moment ago: a pointer to it. */
async function sayOnce(
  incoming: Incoming,
  { reply, id: said }: Pick<Required<Said>, 'reply' | 'id'>,
  reader: Reader,
  { cooldown }: Services,
): Promise<void> {
  const { channelId } = incoming;
  const id = `${reader.locale} ${said}`;
  const earlier = await cooldown.find(channelId, id);
  if (earlier !== undefined) {
    const pointer = pointerReply(incoming.linkTo(earlier), reader);
    await incoming.reply(withRemoval(pointer, reader));
    return;
  }
  const sending = incoming.reply(reply);
  cooldown.keep(channelId, id, sending);
  await sending;
}
