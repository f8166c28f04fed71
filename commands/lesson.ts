import { randomBytes } from 'node:crypto';
import { begin } from '../src/lessons/index.ts';
import { wordsFor } from '../src/words/index.ts';
import { on, ownerOf } from './framework/action.ts';
import { defineCommand, type CommandGroup } from './framework/command.ts';
import type { Conversation } from './framework/context.ts';
import { boolean, text } from './framework/option.ts';
import { plain, problem, text as say, type Reply } from './framework/reply.ts';
import type { Services } from './framework/services.ts';
import { finish, tidyLessons } from './lesson/ending.ts';
import { letGo } from './lesson/gone.ts';
import { refuse, wordsOf } from './lesson/guards.ts';
import { handlers } from './lesson/handlers.ts';
import { findLesson, lessonOf, suggestLessons } from './lesson/lookup.ts';
import { ask } from './lesson/question.ts';
import { rehearse, tryStep } from './lesson/rehearsal.ts';
import { planReply } from './lesson/views.ts';
import { actions } from './parts/actions.ts';

export { letGo, tidyLessons };

const group: CommandGroup = {
  name: 'lesson',
  words: ({ replies }) => replies.commands.lesson,
  for: 'teachers',
};
const isPrivate = { private: true };

const titlesIn = ({ locale }: Conversation, { content }: Services): string[] =>
  [...(content.lessons.get(locale)?.values() ?? [])].map(({ title }) => title);

const start = defineCommand({
  name: 'start',
  group,
  words: ({ replies }) => replies.commands.lesson.start,
  options: { name: text({ required: true, suggest: suggestLessons }), thread: boolean() },

  async execute({ name, thread = false }, conversation, services) {
    const { serverId, mayPost, userId, publicLocale: locale, channelId: here } = conversation;
    const { replies } = wordsFor(conversation.locale);
    if (serverId === undefined || !mayPost)
      return conversation.reply(problem(replies.problems.notHere), isPrivate);
    const id = findLesson(services.content, name);
    if (!id)
      return refuse(conversation, ({ unknown }) => unknown(titlesIn(conversation, services)));

    const lesson = lessonOf(services.content, id, locale);
    const { lessons: words, problems } = wordsFor(locale).replies;
    // A thread takes longer to open than Discord waits for an answer.
    if (thread) await conversation.reply(planReply(lesson), { private: false });
    const opened = thread ? await services.channels.openThread(here, lesson.title) : undefined;
    const session = begin(
      {
        id: conversation.id,
        lesson: id,
        locale,
        serverId,
        channelId: opened ?? here,
        salt: randomBytes(16).toString('hex'),
      },
      services.classes.now(),
    );
    const began = await services.lessons.start(session);
    if (began !== 'started') {
      const why = problem(began === 'taken' ? words.problems.taken : problems.noMisses);
      return thread ? conversation.edit(why) : conversation.reply(why, isPrivate);
    }
    if (!thread) await conversation.reply(planReply(lesson), { private: false });
    else if (opened === undefined)
      await conversation.edit(withLine(planReply(lesson), words.noThread));
    if (await ask(session, services, ownerOf(userId, locale), conversation.id)) return;
    await letGo(session.id, services);
    return conversation.edit(problem(words.cantWrite));
  },

  handlers,
});

const endCommand = defineCommand({
  name: 'end',
  group,
  words: ({ replies }) => replies.commands.lesson.end,
  options: {},

  async execute(_inputs, conversation, services) {
    const session = await services.lessons.inChannel(conversation.channelId);
    if (!session) return refuse(conversation, (problems) => problems.none);
    await Promise.all([
      finish(session, 'finished', services),
      conversation.reply(plain(wordsOf(conversation).ended), isPrivate),
    ]);
  },
});

const rehearseCommand = defineCommand({
  name: 'rehearse',
  group,
  words: ({ replies }) => replies.commands.lesson.rehearse,
  options: { name: text({ required: true, suggest: suggestLessons }) },

  async execute({ name }, conversation, services) {
    const id = findLesson(services.content, name);
    return id
      ? rehearse(id, 0, conversation, services)
      : refuse(conversation, ({ unknown }) => unknown(titlesIn(conversation, services)));
  },

  handlers: [
    on(actions.rehearse, ({ lesson, step }, press, services) =>
      rehearse(lesson, step, press, services),
    ),
    on(actions.tryStep, ({ lesson, step }, press, services) =>
      tryStep(lesson, step, press, services),
    ),
  ],
});

export const lessonCommands = [start, rehearseCommand, endCommand];

const withLine = (reply: Reply, line: string): Reply => ({
  ...reply,
  blocks: [...reply.blocks, say(line)],
});
