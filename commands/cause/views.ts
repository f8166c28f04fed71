import {
  followUpIds,
  isCauseId,
  sectionIds,
  type FollowUpId,
  type PageId,
  type SectionId,
} from '../../src/ids.ts';
import type { FollowUp, Page } from '../../src/content/index.ts';
import type { DemoId } from '../../src/demos/index.ts';
import { listLinks, wordsFor } from '../../src/words/index.ts';
import { frameworkNames, frameworks, type Framework } from '../../src/evidence/index.ts';
import { startButton } from '../diagnose/views.ts';
import { actions } from '../parts/actions.ts';
import { causesMenu } from '../parts/all-causes.ts';
import { followUpOf, pageOf } from '../parts/causes.ts';
import { buttonRow, removeButtons, rowsOf } from '../parts/controls.ts';
import { fixButtons, fixSections } from '../parts/fixes.ts';
import { overviewButton, picture } from '../parts/picture.ts';
import type { Reader } from '../parts/reader.ts';
import { text, type Block, type Button, type Reply } from '../framework/reply.ts';

export const isSection = (id: string): id is SectionId => sectionIds.some((known) => known === id);

/** One page, opened at one section, with a menu to turn to the others. */
export function pageReply(id: PageId, section: SectionId, reader: Reader): Reply {
  const { locale, owner, content } = reader;
  const { cause, sections } = wordsFor(locale).replies;
  const page = pageOf(content, locale, id);
  const opened = frameworks.find((framework) => fixSections[framework] === section);
  return {
    tone: 'answer',
    blocks: [
      text(headOf(page, reader)),
      ...(section === sectionIds[0] ? picture(page.picture, reader) : []),
      { kind: 'divider' },
      ...cardOf(section).map((shown) => text(`### ${sections[shown]}\n${page.sections[shown]}`)),
      { kind: 'buttons', buttons: fixButtons(id, reader, { primary: opened, turns: true }) },
      {
        kind: 'select',
        customId: actions.turnTo.id(owner, { page: id }),
        placeholder: cause.turnTo,
        choices: sectionIds.map((value) => ({ label: sections[value], value })),
      },
      ...leadsOf(page, opened === undefined, reader),
      ...rowsOf(followUpIds.map((next) => askNext(next, reader))),
    ],
  };
}

/** The text of a section. A fix is always followed by what it does not fix. */
const cardOf = (section: SectionId): SectionId[] =>
  section.startsWith('fix-') ? [section, 'what-the-fix-does-not-fix'] : [section];

function headOf({ title, answer, cases: when, under }: Page, { locale }: Reader): string {
  const { ask, cases, cause, causes } = wordsFor(locale).replies;
  const applies = ask.applies(when.map((name) => cases[name]));
  const lines = [`## ${title}`, answer, `-# ${applies}`];
  return [...lines, ...(under ? [`-# ${cause.under(causes[under])}`] : [])].join('\n');
}

/** The demo of a cause; of a special case, the page above it. `isLead`: nothing else stands out. */
function leadsOf({ id, under }: Page, isLead: boolean, reader: Reader): Block[] {
  const { cause } = wordsFor(reader.locale).replies;
  const buttons: Button[] = [];
  if (isCauseId(id))
    buttons.push({
      label: cause.runDemo,
      style: isLead ? 'primary' : 'secondary',
      customId: actions.startDemo.id(reader.owner, { cause: id }),
    });
  if (under) buttons.push(readAll(under, reader));
  buttons.push(overviewButton(reader));
  return buttonRow([...buttons, ...removeButtons(reader)]);
}

/** Which cause acts when, with the way to each of them. */
export function overviewReply(reader: Reader): Reply {
  const { overview } = wordsFor(reader.locale).replies;
  return {
    tone: 'plain',
    blocks: [
      text(overview.hint),
      ...picture('overview', reader),
      causesMenu(reader),
      { kind: 'buttons', buttons: [startButton([], reader), ...removeButtons(reader)] },
    ],
  };
}

/** What people ask next, answered in short, with the pages it leads to; opened at its text or at one of its examples. */
export function followUpReply(id: FollowUpId, reader: Reader, opened?: Framework): Reply {
  const { cause } = wordsFor(reader.locale).replies;
  const followUp = followUpOf(reader.content, reader.locale, id);
  const { title, answer, body, examples, see, sources } = followUp;
  return {
    tone: 'answer',
    blocks: [
      text(`## ${title}\n${answer}`),
      ...(opened ? [] : picture(followUp.picture, reader)),
      { kind: 'divider' },
      text((opened && examples?.[opened]) ?? body),
      ...(opened ? [] : [text(cause.sources(listLinks(sources)))]),
      ...exampleButtons(followUp, reader, opened),
      {
        kind: 'buttons',
        buttons: [...demoButtons(id, reader), ...see.map((page) => readAll(page, reader))],
      },
    ],
  };
}

/** The demos that show what a follow-up says. */
const demoOf: Readonly<Partial<Record<FollowUpId, DemoId>>> = { 'make-it-steadier': 'steadier' };

function demoButtons(id: FollowUpId, { locale, owner }: Reader): Button[] {
  const demo = demoOf[id];
  if (!demo) return [];
  const { runDemo } = wordsFor(locale).replies.cause;
  return [
    { label: runDemo, style: 'secondary', customId: actions.startDemo.id(owner, { cause: demo }) },
  ];
}

/** Each turns to the example in its framework; beside them the way back to the text. */
function exampleButtons(
  { id, examples }: FollowUp,
  { locale, owner, framework }: Reader,
  opened?: Framework,
): Block[] {
  if (!examples) return [];
  const turns = frameworks.map((each): Button => ({
    label: frameworkNames[each],
    style: each === (opened ?? framework) ? 'primary' : 'secondary',
    customId: actions.turnToExample.id(owner, { followUp: id, framework: each }),
  }));
  const back: Button = {
    label: wordsFor(locale).replies.followUps[id],
    style: 'secondary',
    customId: actions.turnToText.id(owner, { followUp: id }),
  };
  return [{ kind: 'buttons', buttons: [...(opened ? [back] : []), ...turns] }];
}

const readAll = (page: PageId, { locale, owner }: Reader): Button => {
  const { ask, causes } = wordsFor(locale).replies;
  return {
    label: ask.readAll(causes[page]),
    style: 'secondary',
    customId: actions.readAll.id(owner, { page }),
  };
};

const askNext = (followUp: FollowUpId, { locale, owner }: Reader): Button => ({
  label: wordsFor(locale).replies.followUps[followUp],
  style: 'secondary',
  customId: actions.askNext.id(owner, { followUp }),
});
