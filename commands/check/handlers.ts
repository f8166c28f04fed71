import { wordsFor } from '../../src/words/index.ts';
import { on, type Handler } from '../framework/action.ts';
import type { OwnedPress, Press } from '../framework/context.ts';
import { problem } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import type { SeenOutputs } from '../memory/checks.ts';
import { actions } from '../parts/actions.ts';
import { readerOf, sameReader } from '../parts/reader.ts';
import { examineBytes } from './examine.ts';
import { codeForm } from './forms.ts';
import { outputsReply } from './outputs-view.ts';
import { checkCode, checkOutputs } from './private.ts';
import { reportReply } from './report.ts';
import { sentIn } from './sent.ts';

/** What the buttons below code and outputs do that were checked. */
export const handlers: readonly Handler[] = [
  on(actions.sendCode, (_values, press, services) =>
    press.open(codeForm(readerOf(press, true, services))),
  ),

  on(actions.checkThis, async (_values, press, services) => {
    const asked = await press.answered();
    const found = asked && sentIn(asked);
    if (!found) return say(press, (words) => words.noFileInIt);
    return found.kind === 'code'
      ? checkCode(found.sent, press, services)
      : checkOutputs(found.sent, {}, press, services);
  }),

  on(actions.whatDiffers, ({ check, differs }, press, services) => {
    const before = services.checks.code(check);
    if (!before) return say(press, (words) => words.expired);
    const seen = { ...before, differs };
    services.checks.note(check, seen);
    const outputs = services.checks.latestOutputs(seen.userId);
    const reader = sameReader(press, services);
    return press.update(reportReply(seen, { id: check, reader, outputs }));
  }),

  on(actions.whereFrom, ({ check, trained }, press, services) =>
    again(check, press, services, (told) => ({ ...told, trained })),
  ),

  on(actions.whatRows, ({ check, rows }, press, services) =>
    again(check, press, services, (told) => ({ ...told, rows })),
  ),

  on(actions.showCheck, ({ check }, press, services) => {
    const reader = readerOf(press, false, services);
    const { checks } = services;
    const code = checks.code(check);
    if (code) return press.reply(reportReply(code, { id: check, reader }), { private: false });
    const outputs = checks.outputs(check);
    return outputs
      ? press.reply(outputsReply(outputs, { id: check, reader }), { private: false })
      : say(press, (words) => words.expired);
  }),
];

/** The same outputs, with something else said of them. */
async function again(
  check: string,
  press: OwnedPress,
  services: Services,
  tell: (told: SeenOutputs['told']) => SeenOutputs['told'],
): Promise<void> {
  const seen = services.checks.outputs(check);
  if (!seen) return say(press, (words) => words.expired);
  const { userId, serverId } = { userId: seen.userId, serverId: press.serverId };
  const reader = sameReader(press, services);
  await press.acknowledge();
  const asker = { id: check, userId, serverId, reader };
  return press.edit(await examineBytes(seen.bytes, tell(seen.told), asker, services));
}

type CheckWords = ReturnType<typeof wordsFor>['replies']['check'];

const say = (press: Press, pick: (words: CheckWords) => string): Promise<void> =>
  press.reply(problem(pick(wordsFor(press.locale).replies.check)), { private: true });
