import { isLocale } from '../src/words/index.ts';
import type { ServerSettings } from '../src/settings/index.ts';
import { on } from './framework/action.ts';
import { defineCommand } from './framework/command.ts';
import { refuse } from './framework/press.ts';
import { actions } from './parts/actions.ts';
import { readerOf, sameReader } from './parts/reader.ts';
import { settingsReply } from './settings/views.ts';

/** What those who manage a server choose for it: one private message with a menu for each. */
export const settings = defineCommand({
  name: 'settings',
  for: 'managers',
  words: ({ replies }) => replies.commands.settings,
  options: {},

  async execute(_inputs, conversation, services) {
    const { serverId } = conversation;
    if (serverId === undefined) return refuse(conversation, (problems) => problems.notHere);
    const chosen = await services.settings.of(serverId);
    const reply = settingsReply(chosen, readerOf(conversation, true, services));
    return conversation.reply(reply, { private: true });
  },

  handlers: [
    choosing(actions.chooseLanguage, ([language = '']) => ({
      language: isLocale(language) ? language : undefined,
    })),
    choosing(actions.chooseChannels, (chosen) => ({ demoChannels: chosen.filter(isId) })),
    choosing(actions.chooseMostWaiting, ([most]) => ({ mostWaiting: numberIn(most) })),
    choosing(actions.chooseMostRuns, ([most]) => ({ mostRuns: numberIn(most) })),
    choosing(actions.chooseLessonRole, (chosen) => ({ lessonRole: chosen.find(isId) })),
  ],
});

/** A menu of the panel: changes one thing, and shows all again. */
function choosing(
  action: typeof actions.chooseLanguage,
  changesOf: (chosen: readonly string[]) => Partial<ServerSettings>,
) {
  return on(action, async (_values, press, services) => {
    const { serverId } = press;
    if (serverId === undefined) return refuse(press, (problems) => problems.notHere);
    const chosen = await services.settings.choose(serverId, changesOf(press.chosen));
    if (!chosen) return refuse(press, (problems) => problems.noSettings);
    return press.update(settingsReply(chosen, sameReader(press, services)));
  });
}

/** A client can send anything. */
const isId = (text: string): boolean => /^\d{17,20}$/.test(text);

/** Undefined for what is no number: then the usual one holds. */
const numberIn = (text = ''): number | undefined =>
  /^\d{1,4}$/.test(text) ? Number(text) : undefined;
