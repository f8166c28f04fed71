import type { Answer } from '../../src/answers/index.ts';
import type { CauseId } from '../../src/causes.ts';
import { wordsFor } from '../../src/words/index.ts';
import { firstQuestion, placeId } from '../diagnose/views.ts';
import { actions } from '../shared/actions.ts';
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
      ...triageBlocks(answer, ranked, reader),
    ],
  };
}

/** The question back that decides, or the way to it. */
function triageBlocks(answer: Answer, ranked: readonly CauseId[], reader: Reader): Block[] {
  if (answer.askWeights) return [{ kind: 'divider' }, ...firstQuestion(ranked, reader)];
  return answer.verdict === 'unsure' ? [{ kind: 'divider' }, startTriage(ranked, reader)] : [];
}

const startTriage = (preferred: readonly CauseId[], reader: Reader): Block => ({
  kind: 'buttons',
  buttons: [
    {
      label: wordsFor(reader.locale).replies.triage.start,
      style: 'secondary',
      customId: placeId({ given: {}, preferred }, reader),
    },
  ],
});

export function unknownReply(reader: Reader): Reply {
  const { ask, causes } = wordsFor(reader.locale).replies;
  return {
    tone: 'unsure',
    blocks: [text(ask.unknown(Object.values(causes))), text(ask.howToAsk), startTriage([], reader)],
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
