import { isPageId, sectionIds } from '../src/ids.ts';
import { followUpReply, isSection, overviewReply, pageReply } from './cause/views.ts';
import { on } from './framework/action.ts';
import { actions } from './parts/actions.ts';
import { causesMenu } from './parts/all-causes.ts';
import { ofCauses } from './parts/causes.ts';
import { defineCommand } from './framework/command.ts';
import { fixSections } from './parts/fixes.ts';
import { readMore } from './parts/more.ts';
import { boolean, text } from './framework/option.ts';
import { refuse } from './framework/press.ts';
import { readerOf, sameReader } from './parts/reader.ts';

export const cause = defineCommand({
  name: 'cause',
  words: ({ replies }) => replies.commands.cause,
  options: { name: text({ required: true, suggest: ofCauses.suggest }), private: boolean() },

  async execute({ name, private: isPrivate = false }, conversation, services) {
    const { content } = services;
    const id = ofCauses.find(content, name);
    if (!id)
      return refuse(conversation, (problems) =>
        problems.cause(ofCauses.nearest(content, name, conversation.locale)),
      );
    const reader = readerOf(conversation, isPrivate, services);
    const reply = id === 'overview' ? overviewReply(reader) : pageReply(id, sectionIds[0], reader);
    return conversation.reply(reply, { private: isPrivate });
  },

  handlers: [
    /** From another message: a page of the reader's own. */
    on(actions.readAll, ({ page: id }, press, services) =>
      press.reply(pageReply(id, sectionIds[0], readerOf(press, true, services)), { private: true }),
    ),

    on(actions.askNext, ({ followUp }, press, services) =>
      press.reply(followUpReply(followUp, readerOf(press, true, services)), { private: true }),
    ),

    on(actions.turnToText, ({ followUp }, press, services) =>
      press.update(followUpReply(followUp, sameReader(press, services))),
    ),

    on(actions.turnToExample, ({ followUp, framework }, press, services) => {
      services.frameworks.note(press.userId, framework);
      return press.update(followUpReply(followUp, sameReader(press, services), framework));
    }),

    /** Below an answer. */
    on(actions.more, (_values, press, services) => {
      const more = readMore(press.chosen[0]);
      if (!more) return refuse(press, (problems) => problems.oldButton);
      const reader = readerOf(press, true, services);
      const reply =
        'page' in more
          ? pageReply(more.page, more.section, reader)
          : followUpReply(more.followUp, reader);
      return press.reply(reply, { private: true });
    }),

    on(actions.openFix, ({ page: id, framework }, press, services) => {
      services.frameworks.note(press.userId, framework);
      const reader = readerOf(press, true, services);
      return press.reply(pageReply(id, fixSections[framework], reader), { private: true });
    }),

    on(actions.turnToFix, ({ page: id, framework }, press, services) => {
      services.frameworks.note(press.userId, framework);
      return press.update(pageReply(id, fixSections[framework], sameReader(press, services)));
    }),

    on(actions.allCauses, (_values, press, services) => {
      const menu = causesMenu(readerOf(press, true, services));
      return press.reply({ tone: 'plain', blocks: [menu] }, { private: true });
    }),

    on(actions.overview, (_values, press, services) =>
      press.reply(overviewReply(readerOf(press, true, services)), { private: true }),
    ),

    on(actions.pick, (_values, press, services) => {
      const [id = ''] = press.chosen;
      if (!isPageId(id)) return refuse(press, (problems) => problems.oldButton);
      const reader = readerOf(press, true, services);
      return press.reply(pageReply(id, sectionIds[0], reader), { private: true });
    }),

    on(actions.turnTo, ({ page: id }, press, services) => {
      const [section] = press.chosen;
      if (!section || !isSection(section)) return refuse(press, (problems) => problems.oldButton);
      return press.update(pageReply(id, section, sameReader(press, services)));
    }),
  ],
});
