import { ContainerComponentForMessageRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, test } from 'vitest';
import {
  answerReply,
  narrowedReply,
  notItReply,
  pointerReply,
  unknownReply,
} from '../../commands/ask/views.ts';
import { followUpReply, overviewReply, pageReply } from '../../commands/cause/views.ts';
import { triageReply } from '../../commands/diagnose/views.ts';
import { outcomeReply, waitingReply, workingReply } from '../../commands/demo/views.ts';
import { helpReply } from '../../commands/help.ts';
import { commands, type Reply } from '../../commands/index.ts';
import { answeredReply, withLink } from '../../commands/why.ts';
import {
  confirmForgetting,
  keepingReply,
  listReply,
  mostShown,
} from '../../commands/misses/views.ts';
import { privacyReply } from '../../commands/privacy.ts';
import { withRemoval } from '../../commands/parts/controls.ts';
import { ownerOf } from '../../commands/framework/action.ts';
import type { Reader } from '../../commands/parts/reader.ts';
import { followUpIds, pageIds, sectionIds } from '../../src/ids.ts';
import { mostRuns } from '../../src/demos/index.ts';
import {
  differences,
  frameworks,
  heldThings,
  nothingRead,
  reasonsOf,
  type Evidence,
} from '../../src/evidence/index.ts';
import type { MissList } from '../../src/misses/index.ts';
import { locales } from '../../src/words/index.ts';
import { render } from '../../src/discord/render.ts';
import { allPlaces } from '../triage/places.ts';
import { buttonsOf, realServices } from './fake-conversation.ts';

const { content, pictures } = realServices();

const longest = { variant: 'learning-rate', runs: mostRuns, seed: 'x'.repeat(16) } as const;

/** The pages whose ids take most room in a button. */
const longestIds = pageIds.toSorted((a, b) => b.length - a.length).slice(0, 4);

const longestId = '18446744073709551615';
const longestLink = `https://discord.com/channels/${longestId}/${longestId}/${longestId}`;

/** Every cause was missed in both ways, and the questions are as long as they can be. */
const longestList: MissList = {
  counts: [...pageIds, undefined].flatMap((cause) => [
    { kind: 'not-it', cause, count: 99_999 },
    { kind: 'unknown', cause, count: 99_999 },
  ]),
  texts: Array.from({ length: mostShown }, () => ({
    kind: 'not-it',
    cause: 'sampling-temperature',
    text: '`'.repeat(1_000),
    at: 1_795_000_000,
  })),
  textCount: 1_000,
  keepsTexts: true,
};

/** More than any question says. */
const allRead: Evidence = {
  difference: true,
  between: differences,
  held: heldThings,
  ruledOut: pageIds,
  suspect: pageIds,
  size: 'large',
  framework: 'tfjs',
};

/** Every kind of reply, as large as it gets. */
function allReplies(reader: Reader): Reply[] {
  const question = '`'.repeat(1_000);
  const causes = pageIds
    .toSorted((a, b) => b.length - a.length)
    .map((id) => ({ id, probability: 1 / pageIds.length }));
  const answer = {
    question,
    causes,
    onTopic: 1,
    page: 'gpu-kernels',
    candidates: longestIds.slice(0, 3),
    believed: { onTopic: 1, pages: causes, symptoms: pageIds, asksFollowUp: false },
    evidence: nothingRead,
    places: {},
    ruledOut: [],
    fork: false,
  } as const;
  const parameters = { cause: 'hyperparameters', ...longest } as const;
  const work = { parameters, job: longestId, reader };
  return [
    answerReply({ ...answer, verdict: 'unsure', askWeights: true }, reader),
    answerReply({ ...answer, verdict: 'answer', askWeights: false }, reader),
    answerReply({ ...answer, verdict: 'unsure', askWeights: true, fork: true }, reader),
    ...frameworks.map((framework) =>
      answerReply(
        {
          ...answer,
          verdict: 'unsure',
          followUp: 'seed-still-differs',
          askWeights: true,
          evidence: { ...allRead, framework },
          ruledOut: reasonsOf(allRead, content.ruledOut),
        },
        reader,
      ),
    ),
    ...[longestIds.slice(0, 3), []].map((candidates) =>
      answerReply({ ...answer, candidates, verdict: 'unsure', askWeights: false }, reader, {
        corrected: true,
      }),
    ),
    ...followUpIds.map((followUp) =>
      answerReply({ ...answer, verdict: 'unsure', followUp, askWeights: true }, reader),
    ),
    unknownReply({ ...answer, verdict: 'unknown', askWeights: false }, reader),
    answeredReply(longestLink, reader),
    withLink(
      answerReply({ ...answer, verdict: 'unsure', askWeights: true }, reader),
      { id: longestId, linkTo: () => longestLink },
      reader,
    ),
    notItReply('hash-and-file-order', { given: {}, preferred: longestIds }, reader, question),
    helpReply(reader, commands),
    withRemoval(pointerReply(longestLink, reader), reader),
    listReply(longestList, mostShown, reader),
    listReply({ counts: [], texts: [], textCount: 0, keepsTexts: false }, 0, reader),
    keepingReply(true, reader.locale),
    keepingReply(false, reader.locale),
    confirmForgetting(reader),
    privacyReply(reader),
    ...allPlaces().flatMap((given) =>
      [triageReply, narrowedReply].map((say) =>
        say({ given, preferred: longestIds.slice(0, 3) }, reader, question),
      ),
    ),
    // Where nothing that fitted is left, several special cases of one cause may be.
    ...allPlaces().map((given) =>
      narrowedReply(
        { given, preferred: ['saved-model'], excluded: ['dropout', 'hyperparameters'] },
        reader,
      ),
    ),
    ...pageIds.flatMap((id) => sectionIds.map((section) => pageReply(id, section, reader))),
    overviewReply(reader),
    ...followUpIds.flatMap((id) =>
      [undefined, ...frameworks].map((framework) => followUpReply(id, reader, framework)),
    ),
    waitingReply(work, 20),
    workingReply(work, { done: 7, total: mostRuns }),
    outcomeReply({ kind: 'timed-out', seconds: 600 }, { parameters }, reader),
  ];
}

describe.each(locales)('every reply in %s', (locale) => {
  const replies = allReplies({
    locale,
    owner: ownerOf(longestId, locale),
    isPrivate: false,
    content,
    pictures,
  });

  test('is within Discord’s limits', () => {
    for (const reply of replies) expect(() => render(reply)).not.toThrow();
  });

  test('is what Discord’s own specification allows', () => {
    for (const reply of replies)
      for (const container of render(reply).components)
        expect(
          ContainerComponentForMessageRequestSchema.safeParse(container).error,
        ).toBeUndefined();
  });

  test('has at most one button that stands out', () => {
    for (const reply of replies) {
      const primary = buttonsOf(reply).filter(({ style }) => style === 'primary');
      expect(primary.length).toBeLessThanOrEqual(1);
    }
  });

  test('stands in one container and pings nobody', () => {
    for (const reply of replies) {
      const message = render(reply);
      expect(message.components).toHaveLength(1);
      expect(message.allowedMentions).toEqual({ parse: [] });
    }
  });
});
