import { placeAt } from './diagnose/place.ts';
import { triageReply } from './diagnose/views.ts';
import { on } from './framework/action.ts';
import { actions } from './parts/actions.ts';
import { defineCommand } from './framework/command.ts';
import { boolean } from './framework/option.ts';
import { readerOf, sameReader } from './parts/reader.ts';

export const diagnose = defineCommand({
  name: 'diagnose',
  words: ({ replies }) => replies.commands.diagnose,
  options: { public: boolean() },

  /** A dialogue with one person, in their language; unless they want others to follow it. */
  execute({ public: isPublic = false }, conversation, services) {
    const isPrivate = !isPublic;
    const reply = triageReply(
      { given: {}, preferred: [] },
      readerOf(conversation, isPrivate, services),
    );
    return conversation.reply(reply, { private: isPrivate });
  },

  handlers: [
    on(actions.showTriage, (at, press, services) =>
      press.reply(triageReply(placeAt(at), readerOf(press, false, services), press.quote), {
        private: false,
      }),
    ),
    on(actions.triage, (at, press, services) =>
      press.update(triageReply(placeAt(at), sameReader(press, services), press.quote)),
    ),
  ],
});
