import type { ServerSettings } from '../../src/settings/index.ts';
import { locales, wordsFor } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Block, type Choice, type Reply } from '../framework/reply.ts';

/** The choice that takes a setting back. */
const usual = 'usual';

const waitingChoices = [3, 6, 12, 25, 50];
const runsChoices = [8, 20, 50, 100];

export function settingsReply(chosen: ServerSettings, { locale, owner }: Reader): Reply {
  const { settings } = wordsFor(locale).replies;
  const { language, demoChannels, mostWaiting, mostRuns, lessonRole } = chosen;
  const select = (
    action: typeof actions.chooseLanguage,
    placeholder: string,
    choices: readonly Choice[],
    value: string | number = usual,
  ): Block => ({
    kind: 'select',
    customId: action.id(owner, {}),
    placeholder,
    choices: choices.map((choice) => ({ ...choice, isChosen: choice.value === String(value) })),
  });
  const numbers = (most: readonly number[], label: (most: number) => string, none: string) => [
    { label: none, value: usual },
    ...most.map((each) => ({ label: label(each), value: String(each) })),
  ];
  return {
    tone: 'plain',
    blocks: [
      text(settings.title),
      text(settings.language),
      select(
        actions.chooseLanguage,
        settings.language,
        [
          { label: settings.readersLanguage, value: usual },
          ...locales.map((each) => ({ label: settings.languages[each], value: each })),
        ],
        language,
      ),
      text(settings.channels),
      {
        kind: 'pick',
        of: 'channels',
        customId: actions.chooseChannels.id(owner, {}),
        placeholder: settings.everywhere,
        most: 25,
        chosen: demoChannels,
      },
      text(settings.limits),
      select(
        actions.chooseMostWaiting,
        settings.limits,
        numbers(waitingChoices, settings.waiting, settings.usualWaiting),
        mostWaiting,
      ),
      select(
        actions.chooseMostRuns,
        settings.limits,
        numbers(runsChoices, settings.runs, settings.usualRuns),
        mostRuns,
      ),
      text(settings.lessons),
      {
        kind: 'pick',
        of: 'roles',
        customId: actions.chooseLessonRole.id(owner, {}),
        placeholder: settings.staffOnly,
        most: 1,
        chosen: lessonRole === undefined ? [] : [lessonRole],
      },
      text(settings.kept),
    ],
  };
}
