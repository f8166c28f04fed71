import { daysKept, type MissCount, type MissList } from '../../src/misses/index.ts';
import { wordsFor, type Locale } from '../../src/words/index.ts';
import { actions } from '../parts/actions.ts';
import { buttonRow } from '../parts/controls.ts';
import type { Reader } from '../parts/reader.ts';
import { plain, quote, text, type Block, type Button, type Reply } from '../framework/reply.ts';

/** Texts on a page. */
export const mostShown = 4;
const mostCauses = 14;

/** `first`: the number of the first text shown, from 0. */
export function listReply(list: MissList, first: number, reader: Reader): Reply {
  const { misses } = wordsFor(reader.locale).replies;
  return {
    tone: 'plain',
    blocks: [
      text(`${misses.title}\n${countLines(list.counts, reader.locale)}`),
      text(list.keepsTexts ? misses.keeping(daysKept) : misses.notKeeping),
      ...list.texts.flatMap(({ text: asked, kind, cause, at }): Block[] => [
        quote(asked),
        text(misses.about(misses.kinds[kind], nameOf(cause, reader.locale), at)),
      ]),
      ...buttonRow(turnButtons(list, first, reader)),
    ],
  };
}

function countLines(counts: readonly MissCount[], locale: Locale): string {
  const { causes: called, misses } = wordsFor(locale).replies;
  // The counts come by frequency, and so do the causes.
  const causes = [...new Set(counts.map(({ cause }) => cause))];
  const of = (cause: MissCount['cause'], kind: MissCount['kind']) =>
    counts.find((it) => it.cause === cause && it.kind === kind)?.count ?? 0;
  const lines = causes
    .slice(0, mostCauses)
    .map((cause) =>
      cause
        ? misses.line(called[cause], of(cause, 'not-it'), of(cause, 'unknown'))
        : misses.noGuess(of(cause, 'unknown')),
    );
  return lines.length > 0 ? lines.join('\n') : misses.none;
}

function nameOf(cause: MissCount['cause'], locale: Locale): string {
  const { causes, misses } = wordsFor(locale).replies;
  return cause ? causes[cause] : misses.noCause;
}

function turnButtons({ textCount }: MissList, first: number, reader: Reader): Button[] {
  const { misses } = wordsFor(reader.locale).replies;
  const turn = (label: string, to: number): Button => ({
    label,
    style: 'secondary',
    customId: actions.turnMisses.id(reader.owner, { first: to }),
  });
  return [
    ...(first > 0 ? [turn(misses.newer, Math.max(0, first - mostShown))] : []),
    ...(first + mostShown < textCount ? [turn(misses.older, first + mostShown)] : []),
  ];
}

export function keepingReply(keeps: boolean, locale: Locale): Reply {
  const { misses } = wordsFor(locale).replies;
  return plain(keeps ? misses.switchedOn(daysKept) : misses.switchedOff);
}

export function confirmForgetting({ locale, owner }: Reader): Reply {
  const { misses } = wordsFor(locale).replies;
  return {
    tone: 'problem',
    blocks: [
      text(misses.confirm),
      ...buttonRow([
        { label: misses.forget, style: 'danger', customId: actions.forgetServer.id(owner, {}) },
      ]),
    ],
  };
}
