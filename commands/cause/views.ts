import type { CauseId } from '../../src/causes.ts';
import { sectionIds, type SectionId } from '../../src/content/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { actions } from '../shared/actions.ts';
import { pageOf } from '../shared/causes.ts';
import type { Reader } from '../shared/reader.ts';
import { text, type Reply } from '../shared/reply.ts';

export const isSection = (id: string): id is SectionId => sectionIds.some((known) => known === id);

/** One cause, opened at one section, with a menu to turn to the others. */
export function pageReply(id: CauseId, section: SectionId, reader: Reader): Reply {
  const { locale, owner, content } = reader;
  const { ask, cases, cause, sections } = wordsFor(locale).replies;
  const page = pageOf(content, locale, id);
  const applies = ask.applies(page.cases.map((name) => cases[name]));
  return {
    tone: 'answer',
    blocks: [
      text(`## ${page.title}\n${page.answer}\n-# ${applies}`),
      { kind: 'divider' },
      text(`### ${sections[section]}\n${page.sections[section]}`),
      {
        kind: 'select',
        customId: actions.turnTo.id(owner, { cause: id }),
        placeholder: cause.turnTo,
        choices: sectionIds.map((value) => ({
          label: sections[value],
          value,
          selected: value === section,
        })),
      },
      {
        kind: 'buttons',
        buttons: [
          {
            label: cause.runDemo,
            style: 'primary',
            customId: actions.startDemo.id(owner, { cause: id }),
          },
        ],
      },
    ],
  };
}
