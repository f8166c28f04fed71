import { toCsv } from '../../src/charts/index.ts';
import { parseReplay, type DemoResult } from '../../src/demos/index.ts';
import { wordsFor, type Locale } from '../../src/words/index.ts';
import type { Press } from '../framework/context.ts';
import { refuse } from '../framework/press.ts';
import { text, type Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { outcomeReply } from './views.ts';
import { work } from './work.ts';

/** The outputs as CSV, to the presser only. A result that is forgotten is computed again: a run is pure. */
export async function sendRawData(code: string, press: Press, services: Services): Promise<void> {
  const kept = services.recent.get(code);
  if (kept) return press.reply(rawDataReply(kept, press.locale), { private: true });

  const replay = parseReplay(code);
  if (!replay) return refuse(press, (problems) => problems.oldButton);
  return work(replay.parameters, press, { private: true }, services, (outcome, reader) =>
    outcome.kind === 'done'
      ? rawDataReply(outcome.result.result, press.locale)
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
