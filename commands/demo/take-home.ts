import { frameworkNames, frameworks, type Framework } from '../../src/evidence/index.ts';
import type { DemoParameters } from '../../src/demos/index.ts';
import type { FinishedDemo } from '../../src/jobs/index.ts';
import { canTakeHome, tfjsInstall } from '../../src/take-home/index.ts';
import { wordsFor, type Locale } from '../../src/words/index.ts';
import type { Press } from '../framework/context.ts';
import { refuse } from '../framework/press.ts';
import { problem, text, type Button, type Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { actions } from '../parts/actions.ts';
import { readerOf, type Reader } from '../parts/reader.ts';
import { outcomeReply } from './views.ts';
import { work } from './work.ts';

/** Asks privately in which framework; what the conversation said of it comes first. */
export function askFramework(
  parameters: DemoParameters,
  press: Press,
  services: Services,
): Promise<void> {
  if (!canTakeHome(parameters)) return refuse(press, (problems) => problems.oldButton);
  return press.reply(frameworkReply(parameters, readerOf(press, true, services)), {
    private: true,
  });
}

function frameworkReply(
  parameters: DemoParameters,
  { locale, owner, framework: known }: Reader,
): Reply {
  const button = (framework: Framework): Button => ({
    label: frameworkNames[framework],
    style: framework === known ? 'primary' : 'secondary',
    customId: actions.takeHomeIn.id(owner, { parameters, framework }),
  });
  const inOrder = [...frameworks].toSorted((a, b) => Number(b === known) - Number(a === known));
  return {
    tone: 'plain',
    blocks: [
      text(wordsFor(locale).takeHome.choose),
      { kind: 'buttons', buttons: inOrder.map(button) },
    ],
  };
}

/** The file, to the presser only. A job makes it, because the draws and the bot's numbers are computed again. */
export function sendNotebook(
  parameters: DemoParameters,
  framework: Framework,
  press: Press,
  services: Services,
): Promise<void> {
  if (!canTakeHome(parameters)) return refuse(press, (problems) => problems.oldButton);
  services.frameworks.note(press.userId, framework);
  const file = fileName(parameters, framework);
  const request = { parameters, takeHome: { framework, file } };
  return work(request, press, { private: true }, services, (outcome, reader) =>
    outcome.kind === 'done'
      ? fileReply(outcome.result, { framework, file }, reader.locale)
      : outcomeReply(outcome, { ...request, private: true }, reader),
  );
}

const fileName = ({ cause, variant, seed }: DemoParameters, framework: Framework): string =>
  `${cause}-${variant}-${seed}-${framework}.${framework === 'tfjs' ? 'mjs' : 'ipynb'}`;

function fileReply(
  { result, notebook }: FinishedDemo,
  { framework, file }: { readonly framework: Framework; readonly file: string },
  locale: Locale,
): Reply {
  const { takeHome: say } = wordsFor(locale);
  if (notebook === undefined) return problem(say.cannot);
  const hint = framework === 'tfjs' ? say.scriptHint(tfjsInstall, file) : say.notebookHint;
  return {
    tone: 'plain',
    blocks: [
      text(`${say.file(frameworkNames[framework], result.replay)}\n${hint}`),
      { kind: 'file', bytes: Buffer.from(notebook), name: file },
    ],
  };
}
