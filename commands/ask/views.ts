import type { Answer } from '../../src/answers/index.ts';
import { causeIds, type CauseId } from '../../src/causes.ts';
import type { Case } from '../../src/content/index.ts';
import { wordsFor, type Locale } from '../../src/words/index.ts';
import { actions, type Weights } from '../shared/actions.ts';
import { pageOf } from '../shared/causes.ts';
import type { Reader } from '../shared/reader.ts';
import { text, type Block, type Reply } from '../shared/reply.ts';

const mostShown = 3;

export function answerReply(answer: Answer, reader: Reader): Reply {
  const { ask } = wordsFor(reader.locale).replies;
  const ranked = answer.causes.map((cause) => cause.id);
  const shown = ranked.slice(0, answer.verdict === 'answer' ? 1 : mostShown);
  return {
    tone: answer.verdict === 'answer' ? 'answer' : 'unsure',
    blocks: [
      { kind: 'quote', text: answer.question },
      text(shown.length === 1 ? ask.one : ask.several),
      ...shown.flatMap((id, place) => causeBlocks(id, place === 0, reader)),
      ...(answer.askWeights ? weightsBlocks(ranked, reader) : []),
    ],
  };
}

const casesOf: Record<Weights, readonly Case[]> = {
  same: ['same-weights', 'reloaded'],
  trained: ['retrained', 'changed-settings'],
};

/** The candidates that can act on such weights; if none can, every cause that does. */
export function narrowedReply(
  choice: { readonly weights: Weights; readonly candidates: readonly CauseId[] },
  reader: Reader,
): Reply {
  const { ask } = wordsFor(reader.locale).replies;
  const { weights, candidates } = choice;
  const acts = (id: CauseId) =>
    pageOf(reader.content, reader.locale, id).cases.some((name) => casesOf[weights].includes(name));
  const fitting = candidates.filter(acts);
  const shown = fitting.length > 0 ? fitting : causeIds.filter(acts);
  return {
    tone: 'answer',
    blocks: [
      text(fitting.length > 0 ? ask.narrowed[weights] : ask.noneLeft[weights]),
      ...shown.slice(0, mostShown).flatMap((id, place) => causeBlocks(id, place === 0, reader)),
      ...weightsBlocks(candidates, reader, weights),
    ],
  };
}

export function unknownReply(locale: Locale): Reply {
  const { ask, causes } = wordsFor(locale).replies;
  return {
    tone: 'unsure',
    blocks: [text(ask.unknown(Object.values(causes))), text(ask.howToAsk)],
  };
}

function causeBlocks(id: CauseId, isBest: boolean, { locale, owner, content }: Reader): Block[] {
  const { ask, causes, cases } = wordsFor(locale).replies;
  const page = pageOf(content, locale, id);
  const applies = ask.applies(page.cases.map((name) => cases[name]));
  return [
    text(`### ${page.title}\n${page.answer}\n-# ${applies}`),
    {
      kind: 'buttons',
      buttons: [
        {
          label: ask.runDemo(causes[id]),
          style: isBest ? 'primary' : 'secondary',
          customId: actions.startDemo.id(owner, { cause: id }),
        },
        {
          label: ask.readAll(causes[id]),
          style: 'secondary',
          customId: actions.readAll.id(owner, { page: id }),
        },
      ],
    },
  ];
}

/** The question back, with the answer given so far disabled. */
function weightsBlocks(candidates: readonly CauseId[], reader: Reader, given?: Weights): Block[] {
  const { ask } = wordsFor(reader.locale).replies;
  const button = (weights: Weights, label: string) => ({
    label,
    style: 'secondary' as const,
    customId: actions.narrow.id(reader.owner, { weights, candidates }),
    disabled: weights === given,
  });
  return [
    { kind: 'divider' },
    text(ask.weights),
    {
      kind: 'buttons',
      buttons: [button('same', ask.sameWeights), button('trained', ask.trainedAgain)],
    },
  ];
}
