import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands, type Raw, type Services } from '../../commands/index.ts';
import { actions } from '../../commands/parts/actions.ts';
import { createJobs } from '../../src/jobs/index.ts';
import { locales } from '../../src/words/index.ts';
import { realServices, fakeConversation, pressing } from '../commands/fake-conversation.ts';
import { expectHarmless } from './expect-harmless.ts';
import { holds } from './run.ts';
import { hostileQuestion, hostileText, hostileValue } from './text.ts';

let services: Services;
beforeAll(async () => {
  // Closed: what is accepted ends at once as cancelled, and no child starts.
  const jobs = createJobs({ workers: 1, maxWaiting: 0, deadlineSeconds: 1 });
  await jobs.close();
  services = { ...realServices(), jobs };
});

/** In milliseconds of the processor, whatever else it does. Discord waits 3 s; this is one thread, and others wait for it. */
const longestAllowed = 1_000;
let longest = 0;
afterAll(() => console.log(`The slowest case took ${longest.toFixed(1)} ms.`));

async function within(work: () => Promise<void> | void): Promise<void> {
  const since = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(since);
  const took = (user + system) / 1000;
  longest = Math.max(longest, took);
  expect(took).toBeLessThan(longestAllowed);
}

/** Runs a command as the dispatcher does; what comes is harmless. True if it quotes what was typed. */
async function run(name: string, raw: Record<string, Raw>, locale: (typeof locales)[number]) {
  const command = commands.find((known) => known.name === name);
  const { conversation, said, forms } = fakeConversation({
    locale,
    publicLocale: locale,
    isStaff: true,
    isManager: true,
  });
  await within(async () => command?.run(raw, conversation, services));
  expect(said.length + forms.length).toBeGreaterThan(0);
  return said.map(({ reply }) => expectHarmless(reply)).includes(true);
}

const anyLocale = fc.constantFrom(...locales);

test('any question gets an answer that Discord takes, that pings nobody and shows no markup of the asker', async () => {
  await holds(2_000, fc.tuple(hostileText, anyLocale), async ([question, locale]) => {
    await run('ask', { question }, locale);
  });
});

test('what an answer quotes is one line of plain text, whatever stands around the question', async () => {
  let quoted = 0;
  await holds(1_000, fc.tuple(hostileQuestion, anyLocale), async ([question, locale]) => {
    if (await run('ask', { question }, locale)) quoted += 1;
  });
  expect(quoted).toBeGreaterThan(300);
});

test('any value in any option of any command gets an answer', async () => {
  const command = fc.constantFrom(...commands);
  const call = command.chain(({ name, options }) =>
    fc.tuple(
      fc.constant(name),
      fc.record(
        Object.fromEntries(Object.keys(options).map((option) => [option, hostileValue] as const)),
        { requiredKeys: [] },
      ),
      anyLocale,
    ),
  );
  await holds(2_000, call, async ([name, raw, locale]) => {
    await run(name, raw as Record<string, Raw>, locale);
  });
});

test('any text, typed so far, gets suggestions that Discord takes', async () => {
  const typing = commands.flatMap(({ options }) =>
    Object.values(options).flatMap(({ suggest }) => suggest ?? []),
  );
  await holds(
    1_000,
    fc.tuple(fc.constantFrom(...typing), hostileText, hostileText, anyLocale),
    ([suggest, typed, other, locale]) =>
      within(() => {
        const choices = suggest(typed, { locale, others: { cause: other } }, services);
        for (const { label, value } of choices) {
          expect(label.length).toBeGreaterThan(0);
          expect(value.length).toBeGreaterThan(0);
          expect(value.length).toBeLessThanOrEqual(100);
        }
      }),
  );
});

test('any custom_id is a button of ours, or gets a private hint', async () => {
  const names = Object.values(actions).map(({ name }) => name);
  const owner = 200000000000000002n.toString(36);
  const part = fc.oneof(hostileText, fc.constantFrom('dropout', 'same', 'dropout.inference.2.7'));
  const forged = fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom(owner, '', 'x'),
      fc.array(part, { maxLength: 3 }),
    )
    .map(([name, who, parts]) => [name, who, ...parts].join(':'));
  const chosen = fc.array(hostileText, { maxLength: 2 });
  await holds(
    1_500,
    fc.tuple(fc.oneof(forged, hostileText), chosen, anyLocale),
    ([customId, values, locale]) =>
      within(async () => {
        const id = customId.slice(0, 100);
        const who = { locale, chosen: values, isManager: true };
        const { said, events, forms } = await pressing(id, services, who);
        expect(said.length + events.length + forms.length).toBeGreaterThan(0);
        for (const { reply } of said) expectHarmless(reply);
      }),
  );
});
