import { toCsv } from '../../src/charts/index.ts';
import { parseReplay, type DemoResult } from '../../src/demos/index.ts';
import { wordsFor, type Locale } from '../../src/words/index.ts';
import type { Press } from '../framework/context.ts';
import { refuse } from '../framework/press.ts';
import { plain, text, type Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { outcomeReply } from './views.ts';
import { work } from './work.ts';

/** The outputs as CSV, to the presser only. */
export const sendRawData = (code: string, press: Press, services: Services): Promise<void> =>
  sendOf(code, press, services, rawDataReply);

/** How the result was measured, to the presser only. */
export const sendDetails = (code: string, press: Press, services: Services): Promise<void> =>
  sendOf(code, press, services, detailsReply);

/** More about a result. One that is forgotten is computed again: a run is pure. */
async function sendOf(
  code: string,
  press: Press,
  services: Services,
  say: (result: DemoResult, locale: Locale) => Reply,
): Promise<void> {
  const kept = services.recent.get(code);
  if (kept) return press.reply(say(kept, press.locale), { private: true });

  const replay = parseReplay(code);
  if (!replay) return refuse(press, (problems) => problems.oldButton);
  return work(replay, press, { private: true }, services, (outcome, reader) =>
    outcome.kind === 'done'
      ? say(outcome.result.result, press.locale)
      : outcomeReply(outcome, { ...replay, private: true }, reader),
  );
}

function rawDataReply(result: DemoResult, locale: Locale): Reply {
  const { demo } = wordsFor(locale).replies;
  return {
    tone: 'plain',
    blocks: [
      text(demo.csv(result.replay)),
      {
        kind: 'file',
        bytes: Buffer.from(toCsv(result)),
        name: `${result.cause}-${result.seed}.csv`,
      },
    ],
  };
}

function detailsReply(result: DemoResult, locale: Locale): Reply {
  const { details, finding } = wordsFor(locale).tell(result);
  return plain(details ?? finding);
}
