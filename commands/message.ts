import type { Answer } from '../src/answers/index.ts';
import type { PageId } from '../src/ids.ts';
import { messageKey, questionKey, readOwnQuestion } from './ask/question.ts';
import { answerReply, pagesOf, pointerReply, unknownReply } from './ask/views.ts';
import { termReply } from './ask/term.ts';
import { helpReply } from './help.ts';
import { countUnknown } from './misses/count.ts';
import { checkThisButton } from './check/buttons.ts';
import { examineCode, examineOutputs } from './check/examine.ts';
import { sentIn } from './check/sent.ts';
import { buttonRow, withRemoval } from './parts/controls.ts';
import type { Command } from './framework/command.ts';
import type { Incoming } from './framework/context.ts';
import type { Problems } from './framework/press.ts';
import { readerOfMessage, type Reader } from './parts/reader.ts';
import { problemIn, type Reply } from './framework/reply.ts';
import type { Services } from './framework/services.ts';
import { remember } from './talk/remember.ts';
import { topicOf } from './talk/topic.ts';
import { doorReply, furtherReply, moreReply, whichReply } from './talk/views.ts';

/**
 * Answers a message that mentions the bot, a direct message, or a reply to one of the bot's own. A message that only talks
 * about the bot gets no answer.
 */
export const createMessageAnswerer =
  (commands: readonly Command[]) =>
  async (incoming: Incoming, services: Services): Promise<void> => {
    const said = await sayAbout(incoming, services, commands);
    if (!said) return;
    const { reader, mayRepeat = false, pages = [], unknown, isMiss = false } = said;
    const { userId, serverId, isDirect } = incoming;
    const limit = services.rateLimit.take(userId);
    if (limit === 'ignore') return;
    if (limit === 'warn') {
      await incoming.reply(problemIn(reader.locale, (it) => it.tooFast));
      return;
    }
    const reply = 'work' in said ? await said.work() : said.reply;
    remember(incoming, reply, reader.locale, services);
    if (isDirect || mayRepeat) await incoming.reply(reply);
    else await sayOnce(incoming, { reply, reader, pages }, services);
    if (unknown) await countUnknown(unknown, incoming, services);
    if (isMiss) await services.misses.count({ kind: 'not-it', serverId, userId, cause: pages[0] });
  };

type Said = Spoken | Worked;

interface About {
  readonly reader: Reader;
  /** What it is about. */
  readonly pages?: readonly PageId[];
  /** In full, however often it is said in a channel. */
  readonly mayRepeat?: boolean;
  readonly unknown?: Answer;
  /** Somebody says that the answer before was not it. */
  readonly isMiss?: boolean;
}

interface Spoken extends About {
  readonly reply: Reply;
}

/** It takes work, which is done only for whom it may be done. */
interface Worked extends About {
  readonly work: () => Promise<Reply>;
}

/**
 * What is said to a message. If it holds code, or outputs in a file, what else it says is answered first, and a button checks
 * them; if nothing else in it can be answered, they are checked.
 */
async function sayAbout(
  incoming: Incoming,
  services: Services,
  commands: readonly Command[],
): Promise<Said | undefined> {
  const { id, userId, serverId, lines, files, isAddressed, isOnlyReply } = incoming;
  const found = sentIn({ text: lines, files });
  if (!found) return sayTo(incoming, services, commands);
  const asked = { ...incoming, text: found.rest, hasFiles: false };
  const said = found.rest === '' ? undefined : await sayTo(asked, services, commands);
  if (said && 'reply' in said && said.pages)
    return { ...said, reply: withCheck(said.reply, said.reader), mayRepeat: true };
  if (!isAddressed && !isOnlyReply) return undefined;
  const reader = readerOfMessage(asked, services);
  const asker = { id, userId, serverId, reader };
  return {
    reader,
    mayRepeat: true,
    work: () =>
      found.kind === 'code'
        ? examineCode(found.sent, asker, services)
        : examineOutputs(found.sent, {}, asker, services),
  };
}

/** Above its last buttons. */
const withCheck = ({ blocks, ...reply }: Reply, reader: Reader): Reply => ({
  ...reply,
  blocks: [...blocks.slice(0, -1), ...buttonRow([checkThisButton(reader)]), ...blocks.slice(-1)],
});

async function sayTo(
  incoming: Incoming,
  services: Services,
  commands: readonly Command[],
): Promise<Spoken | undefined> {
  const { text, isAddressed, isOnlyReply, hasFiles } = incoming;
  const saying = services.listener.read(text);
  if (saying?.kind === 'more') {
    const said = await sayMore(saying, incoming, services);
    if (said) return said;
  }
  const further = await sayFurther(incoming, services);
  if (further) return further;
  const reader = readerOfMessage(incoming, services);
  const refuse = (say: (problems: Problems) => string): Spoken => ({
    reply: withRemoval(problemIn(reader.locale, say), reader),
    reader,
    mayRepeat: true,
  });
  if (saying?.kind === 'more' && isAddressed)
    return { reply: whichReply(reader), reader, mayRepeat: true };
  if (saying?.kind === 'greeting' || saying?.kind === 'thanks')
    return isAddressed
      ? { reply: doorReply(saying.kind, reader), reader, mayRepeat: true }
      : undefined;
  if (saying?.kind === 'help')
    return isAddressed
      ? { reply: helpReply(reader, commands), reader, mayRepeat: true }
      : undefined;
  // People talk about an answer below it, and not to the bot.
  if (isOnlyReply && !services.listener.isQuestion(text)) return undefined;
  if (!text && hasFiles) return refuse((problems) => problems.onlyFiles);
  if (!text) return { reply: helpReply(reader, commands), reader };
  return answerTo(incoming, reader, services, refuse);
}

/** What refers to an earlier answer; undefined if nobody knows to which. */
async function sayMore(
  saying: Parameters<typeof moreReply>[0],
  incoming: Incoming,
  services: Services,
): Promise<Spoken | undefined> {
  const topic = await topicOf(incoming, services);
  if (!topic) return undefined;
  const { userId } = incoming;
  if (saying.framework) services.frameworks.note(userId, saying.framework);
  const reader = readerOfMessage({ ...incoming, publicLocale: topic.locale }, services);
  return {
    reply: moreReply(saying, topic, reader),
    reader,
    pages: topic.pages,
    mayRepeat: true,
    isMiss: saying.wants === 'not-it',
  };
}

/** What adds to the last question; undefined if nobody knows to which. */
async function sayFurther(incoming: Incoming, services: Services): Promise<Spoken | undefined> {
  const { text, userId, isAddressed, isOnlyReply } = incoming;
  if (!isAddressed && !isOnlyReply) return undefined;
  const { evidence } = services.answer(text);
  if (!services.listener.addsTo(text, evidence)) return undefined;
  const topic = await topicOf(incoming, services);
  if (!topic) return undefined;
  if (evidence.framework) services.frameworks.note(userId, evidence.framework);
  const reader = readerOfMessage({ ...incoming, publicLocale: topic.locale }, services);
  return { reply: furtherReply(evidence, topic, reader), reader, mayRepeat: true };
}

function answerTo(
  { text, userId, isAddressed }: Incoming,
  reader: Reader,
  services: Services,
  refuse: (say: (problems: Problems) => string) => Spoken,
): Spoken | undefined {
  const asked = readOwnQuestion(text, userId, services);
  if (asked.kind === 'refused') return isAddressed ? refuse(asked.say) : undefined;
  if (asked.kind === 'term') return { reply: termReply(asked.id, reader), reader };
  const { answer } = asked;
  if (asked.kind === 'answered')
    return {
      reply: answerReply(answer, reader, { quote: false }),
      reader: { ...reader, framework: answer.evidence.framework ?? reader.framework },
      pages: pagesOf(answer),
    };
  return isAddressed
    ? { reply: unknownReply(answer, reader, { quote: false }), reader, unknown: answer }
    : undefined;
}

/** Where the same was asked in the channel a moment ago: a pointer to the answer. */
async function sayOnce(
  incoming: Incoming,
  { reply, reader, pages = [] }: Spoken,
  { cooldown }: Services,
): Promise<void> {
  const { id, channelId, text } = incoming;
  const question = questionKey(text, reader);
  const earlier = await cooldown.find(channelId, question);
  if (earlier !== undefined) {
    const pointer = pointerReply(incoming.linkTo(earlier), reader, pages[0]);
    await incoming.reply(withRemoval(pointer, reader));
    return;
  }
  const sending = incoming.reply(reply);
  cooldown.keep(channelId, question, sending);
  cooldown.keep(channelId, messageKey(id), sending);
  await sending;
}
