import type { Told } from '../../src/outputs-check/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { problem, type Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { sayFileProblem } from '../parts/files.ts';
import type { Reader } from '../parts/reader.ts';
import type { Differs } from './differs.ts';
import { outputsReply } from './outputs-view.ts';
import { reportReply } from './report.ts';
import { readCode, readOutputs, type Sent } from './sent.ts';
import { sayUnfinished } from './unfinished.ts';

/** Who wants something checked, and where the answer goes. */
export interface Asker {
  /** Of the interaction or the message: by it, buttons find the result again. */
  readonly id: string;
  readonly userId: string;
  readonly serverId: string | undefined;
  readonly reader: Reader;
}

/** Looks through somebody's code. Whatever happens, there is something to say. */
export async function examineCode(
  sent: Sent,
  { id, userId, serverId, reader }: Asker,
  services: Services,
  differs?: Differs,
): Promise<Reply> {
  const { locale } = reader;
  const read = await readCode(sent, services);
  if (!read.ok) return problem(sayFileProblem(read.problem, locale));
  const asked = { content: read.bytes, fileName: read.name };
  const job = services.examiner.code(asked, { by: { user: userId, server: serverId } });
  const outcome = await job.outcome;
  if (outcome.kind !== 'done') return problem(sayUnfinished(outcome, locale));
  const { checked, diff } = outcome.result;
  if (!checked.ok) return problem(`**${wordsFor(locale).code.problems[checked.problem]}**`);
  const seen = { kind: 'code', userId, report: checked.report, diff, differs } as const;
  services.checks.note(id, seen);
  noteFramework(checked.report.frameworks, userId, services);
  return reportReply(seen, { id, reader, outputs: services.checks.latestOutputs(userId) });
}

/** Looks through somebody's repeated outputs. */
export async function examineOutputs(
  sent: Sent,
  told: Told,
  asker: Asker,
  services: Services,
): Promise<Reply> {
  const read = await readOutputs(sent, services);
  if (!read.ok) return problem(sayFileProblem(read.problem, asker.reader.locale));
  return examineBytes(read.bytes, told, asker, services);
}

/** The same of what is read already. */
export async function examineBytes(
  bytes: Uint8Array,
  told: Told,
  { id, userId, serverId, reader }: Asker,
  services: Services,
): Promise<Reply> {
  const { locale } = reader;
  const exhibit = { bytes, told, locale };
  const job = services.examiner.outputs(exhibit, { by: { user: userId, server: serverId } });
  const outcome = await job.outcome;
  if (outcome.kind !== 'done') return problem(sayUnfinished(outcome, locale));
  const { checked } = outcome.result;
  if (!checked.ok)
    return problem(`**${wordsFor(locale).tellRefusal(harmlessRefusal(checked.refusal))}**`);
  const { check, png, altText } = checked;
  const seen = { kind: 'outputs', userId, check, png, altText, bytes, told } as const;
  services.checks.note(id, seen);
  return outputsReply(seen, { id, reader, code: services.checks.latestCode(userId) });
}

type Checked = Awaited<ReturnType<Services['examiner']['outputs']>['outcome']>;
type Refusal = Extract<
  Extract<Checked, { kind: 'done' }>['result']['checked'],
  { ok: false }
>['refusal'];

/** A piece of somebody's file stands in the sentence: nothing in it may be more than a piece. */
const harmlessRefusal = (refusal: Refusal): Refusal =>
  refusal.kind === 'notANumber'
    ? { ...refusal, text: refusal.text.replaceAll(/[^\p{L}\p{N}.,+-]/gu, '').slice(0, 30) }
    : refusal;

/** In what the code is written, so that pages open at the fix for it. */
function noteFramework(found: readonly string[], userId: string, { frameworks }: Services): void {
  const [framework] = (['pytorch', 'keras', 'tfjs'] as const).filter((each) =>
    found.some((name) => namesOf[each].includes(name)),
  );
  if (framework) frameworks.note(userId, framework);
}

const namesOf = {
  pytorch: ['torch', 'lightning'],
  keras: ['keras', 'tf.keras', 'tf1'],
  tfjs: ['tfjs'],
};
