import type { Attachment } from '../../src/attachments/index.ts';
import {
  checkParameters,
  isSameSeries,
  nameSeries,
  type SeriesName,
} from '../../src/demos/index.ts';
import { mostBytes } from '../../src/series/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { sayUnfinished } from '../check/unfinished.ts';
import type { Conversation, Visibility } from '../framework/context.ts';
import { problem, type Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { sayFileProblem } from '../parts/files.ts';
import { channelsInstead } from '../parts/rights-of-people.ts';
import { sayProblem, type Checked, type DemoRequest } from './request.ts';
import { runDemo } from './work.ts';

/** What the options `data` and `column` hold. */
export interface Sent {
  readonly data: Attachment | undefined;
  readonly column: string | undefined;
}

/** Runs what was asked for, on the series in the file where there is one. */
export async function runAsked(
  request: Checked,
  { data, column }: Sent,
  conversation: Conversation,
  services: Services,
  visibility: Visibility,
): Promise<void> {
  const { replies, own } = wordsFor(conversation.locale);
  const refuse = (sentence: string) => conversation.reply(problem(sentence), { private: true });
  if (!request.ok) return refuse(request.say(replies.problems));
  if (!data && column !== undefined) return refuse(own.columnAlone);
  if (!data) return runDemo(request, conversation, services, visibility);

  const { expected } = request;
  if (expected && !expected.parameters.data) return refuse(own.needless);
  // Whether it can be run on any series, before the file is read.
  const fits = onSeries(request, expected?.parameters.data ?? { hash: '', count: 1000 });
  if (!fits.ok) return refuse(fits.say(replies.problems));
  const shown = { private: visibility.private || channelsInstead(conversation) !== undefined };
  await conversation.defer(shown);
  const later = { ...conversation, reply: (reply: Reply) => conversation.edit(reply) };
  const say = (sentence: string) => conversation.edit(problem(sentence));
  const read = await readSeries(data, column, conversation, services);
  if (!read.ok) return say(read.sentence);
  const wanted = expected?.parameters.data;
  if (wanted && !isSameSeries(wanted, read.series))
    return say(own.other(wanted.hash, wanted.count, read.series.hash));
  const on = onSeries(request, read.series);
  return on.ok ? runDemo(on, later, services, shown) : say(on.say(replies.problems));
}

/** The same demo on that series. */
function onSeries(request: DemoRequest, data: SeriesName): Checked {
  const checked = checkParameters({ ...request.parameters, data });
  if (checked.ok) return { ...request, ...checked };
  return { ok: false, say: (problems) => sayProblem(checked.problem, problems, () => []) };
}

/** In a child, as everything that people send; what is read is remembered for the buttons below the result. */
async function readSeries(
  file: Attachment,
  column: string | undefined,
  { userId, serverId, locale }: Conversation,
  { attachments, examiner, series }: Services,
): Promise<
  | { readonly ok: true; readonly series: SeriesName }
  | { readonly ok: false; readonly sentence: string }
> {
  const failed = (sentence: string) => ({ ok: false, sentence }) as const;
  const sent = await attachments.read(file, mostBytes);
  if (!sent.ok) return failed(sayFileProblem(sent.problem, locale));
  const exhibit = { bytes: sent.bytes, column };
  const job = examiner.series(exhibit, { by: { user: userId, server: serverId } });
  const outcome = await job.outcome;
  if (outcome.kind !== 'done') return failed(sayUnfinished(outcome, locale));
  const { read } = outcome.result;
  if (!read.ok) return failed(`**${wordsFor(locale).tellSeriesProblem(read.problem)}**`);
  const { hash, count, values } = nameSeries(read.values);
  series.note({ hash, count }, values, userId);
  return { ok: true, series: { hash, count } };
}
