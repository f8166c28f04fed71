import type { PageId } from '../../src/ids.ts';
import { questionsOf, stepBack } from '../../src/triage/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import type { Button } from '../framework/reply.ts';
import { actions } from '../parts/actions.ts';
import type { Reader } from '../parts/reader.ts';
import { placeId, type Place } from './place.ts';

/** What was answered, a line an answer. */
export function answersSoFar({ given }: Place, { locale }: Reader): string[] {
  const { triage } = wordsFor(locale).replies;
  return questionsOf(given).map((id) => {
    const { topic, answers } = triage.questions[id];
    const labels: Readonly<Record<string, string>> = answers;
    return triage.answered(topic, labels[given[id] ?? ''] ?? triage.dontKnow);
  });
}

/** The way back to the question before; `action`: what a press does. */
export function backButtons(place: Place, reader: Reader, action = actions.triage): Button[] {
  if (questionsOf(place.given).length === 0) return [];
  const { triage } = wordsFor(reader.locale).replies;
  return [
    {
      label: triage.back,
      style: 'secondary',
      customId: placeId({ ...place, given: stepBack(place.given) }, reader, action),
    },
  ];
}

const mostNamed = 6;

/** "This was not it", which keeps what was answered. */
export const notItHereButton = (place: Place, reader: Reader): Button => ({
  label: wordsFor(reader.locale).replies.misses.notIt,
  style: 'secondary',
  customId: placeId(place, reader, actions.notItHere),
});

export function allNames(ids: readonly PageId[], { locale }: Reader): string[] {
  const { causes } = wordsFor(locale).replies;
  return ids.map((id) => causes[id]);
}

/** The first of them. */
export function names(ids: readonly PageId[], reader: Reader): string[] {
  const shown = allNames(ids.slice(0, mostNamed), reader);
  return ids.length > mostNamed ? [...shown, '…'] : shown;
}
