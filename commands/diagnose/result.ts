import { isCauseId, type PageId } from '../../src/ids.ts';
import type { Check, CheckId, Outcomes, Step } from '../../src/triage/index.ts';
import { wordsFor, type Words } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { pageOf } from '../parts/causes.ts';
import { buttonRow, readButton, removeButtons } from '../parts/controls.ts';
import { fixButtons } from '../parts/fixes.ts';
import { moreMenu } from '../parts/more.ts';
import type { Reader } from '../parts/reader.ts';
import { code, text, type Block, type Button } from '../framework/reply.ts';
import { placeId, type Place } from './place.ts';
import { allNames, answersSoFar, backButtons, names, notItHereButton } from './so-far.ts';

const mostShown = 3;

type Result = Extract<Step, { kind: 'result' }>;

/** What the answers lead to: the causes, the check that decides, and what to do next. `action`: what the way back does. */
export function resultBlocks(
  { ranked, check }: Result,
  place: Place,
  reader: Reader,
  action: typeof actions.triage,
): Block[] {
  const { triage } = wordsFor(reader.locale).replies;
  const { what } = triage.checks[check.id];
  const others = ranked.slice(mostShown);
  const isOnly = ranked.length === 1;
  const findings = findingsOf(check, triage, reader);
  return [
    text([isOnly ? triage.only : triage.ranked, ...answersSoFar(place, reader)].join('\n')),
    text(
      ranked
        .slice(0, mostShown)
        .map((id, at) => entry(id, at, isOnly, reader))
        .join('\n'),
    ),
    ...(others.length > 0 ? [text(triage.others(names(others, reader)))] : []),
    { kind: 'divider' },
    text(isOnly ? triage.confirm(what) : triage.decide(what)),
    text(code('py', check.code)),
    ...(check.tfjs ? [text(code('js', check.tfjs))] : []),
    text([...findings, triage.afterwards].join('\n')),
    ...ranked
      .slice(0, 1)
      .flatMap((id) => buttonRow(fixButtons(id, reader, { primary: undefined }))),
    { kind: 'buttons', buttons: leadButtons(ranked, reader) },
    moreMenu(ranked.slice(0, mostShown), reader),
    {
      kind: 'buttons',
      buttons: [
        ...backButtons(place, reader, action),
        restartButton(place, reader),
        notItHereButton(place, reader),
        ...showButtons(place, reader),
        ...removeButtons(reader),
      ],
    },
  ];
}

type TriageWords = Words['replies']['triage'];

/** What one may find, each with its causes: all of them, for any of them may be the one. */
const findingsOf = <Id extends CheckId>(
  { id, outcomes }: Check<Id>,
  triage: TriageWords,
  reader: Reader,
): string[] => {
  const say: Readonly<Record<Outcomes[Id], string>> = triage.checks[id].outcomes;
  return outcomes.map((outcome) =>
    triage.outcome(
      say[outcome.id],
      outcome.causes.length > 0 ? allNames(outcome.causes, reader) : [triage.noneLeft],
    ),
  );
};

function entry(id: PageId, at: number, isOnly: boolean, { content, locale }: Reader): string {
  const { title, answer } = pageOf(content, locale, id);
  const { entry: say } = wordsFor(locale).replies.triage;
  return isOnly ? `**${title}**\n${answer}` : `${at + 1}. ${say(title, answer)}`;
}

/** The demo of the likeliest cause that has one, and the page of the likeliest. */
function leadButtons(ranked: readonly PageId[], reader: Reader): Button[] {
  const { locale, owner } = reader;
  const { ask, causes } = wordsFor(locale).replies;
  const shown = ranked.slice(0, mostShown);
  const demos = shown.filter(isCauseId).slice(0, 1);
  return [
    ...demos.map((cause): Button => ({
      label: ask.runDemo(causes[cause]),
      style: 'primary',
      customId: actions.startDemo.id(owner, { cause }),
    })),
    ...shown.slice(0, 1).map((page) => readButton(page, reader)),
  ];
}

const restartButton = (place: Place, reader: Reader): Button => ({
  label: wordsFor(reader.locale).replies.triage.restart,
  style: 'secondary',
  customId: placeId({ ...place, given: {} }, reader),
});

/** A private result can be shown to whoever helps. */
const showButtons = (place: Place, reader: Reader): Button[] =>
  reader.isPrivate
    ? [
        {
          label: wordsFor(reader.locale).replies.triage.show,
          style: 'secondary',
          customId: placeId(place, reader, actions.showTriage),
        },
      ]
    : [];
