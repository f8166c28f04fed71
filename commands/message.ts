import { readQuestion } from './ask/question.ts';
import { answerReply, unknownReply } from './ask/views.ts';
import { helpReply } from './help/views.ts';
import { answerId, pointerReply, withRemoval } from './message/views.ts';
import type { Incoming } from './shared/context.ts';
import type { Problems } from './shared/press.ts';
import { readerOfMessage, type Reader } from './shared/reader.ts';
import { problemIn, type Reply } from './shared/reply.ts';
import type { Services } from './shared/services.ts';

/**
 * Answers a message that mentions the bot, or a direct message, as a reply to it. What is only said about the bot, and
 * not to it, gets no answer.
 */
export async function answerMessage(incoming: Incoming, services: Services): Promise<void> {
  const reader = readerOfMessage(incoming, services);
  const said = sayTo(incoming, reader, services);
  if (!said) return;
  const pace = services.pace.take(incoming.userId);
  if (pace === 'hush') return;
  const reply = pace === 'go' ? said.reply : problemIn(reader.locale, (it) => it.tooFast);
  if (pace === 'stop' || incoming.isDirect || said.id === undefined)
    return void (await incoming.reply(withRemoval(reply, reader)));
  return sayOnce(incoming, { id: said.id, reply }, reader, services);
}

interface Said {
  readonly reply: Reply;
  /** Of what may be asked again: names the answer. */
  readonly id?: string;
}

function sayTo(incoming: Incoming, reader: Reader, services: Services): Said | undefined {
  const { text, isDirect, isAddressed, hasFiles } = incoming;
  const refuse = (say: (problems: Problems) => string) => ({
    reply: problemIn(reader.locale, say),
  });
  if (!text && hasFiles) return refuse((problems) => problems.onlyFiles);
  if (!text) return { reply: helpReply(reader.locale, services.commands), id: 'help' };
  const asked = readQuestion(text, services);
  if (asked.kind === 'refused') return isAddressed ? refuse(asked.say) : undefined;
  const { answer } = asked;
  if (asked.kind === 'answered')
    return { reply: answerReply(answer, reader, { quote: false }), id: answerId(answer) };
  return isDirect || isAddressed ? { reply: unknownReply(reader), id: 'unknown' } : undefined;
}

/** The same answer in the same channel a moment ago: a pointer to it. */
async function sayOnce(
  incoming: Incoming,
  said: Required<Said>,
  reader: Reader,
  { cooldown }: Services,
): Promise<void> {
  const { channelId } = incoming;
  const id = `${reader.locale} ${said.id}`;
  const earlier = await cooldown.find(channelId, id);
  if (earlier !== undefined) {
    const pointer = pointerReply(incoming.linkTo(earlier), reader);
    await incoming.reply(withRemoval(pointer, reader));
    return;
  }
  const sending = incoming.reply(withRemoval(said.reply, reader));
  cooldown.keep(channelId, id, sending);
  await sending;
}
