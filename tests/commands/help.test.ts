import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { ask } from '../../commands/ask.ts';
import { pageIds } from '../../src/ids.ts';
import { locales, wordsFor } from '../../src/words/index.ts';
import {
  buttonsOf,
  realServices,
  selectOf,
  fakeConversation,
  pressing,
  wordsOf,
  type Who,
} from './fake-conversation.ts';

const services = realServices();
const say = wordsFor('en').replies;

async function helping(who: Who = {}) {
  const { conversation, said } = fakeConversation(who);
  await commands.find(({ name }) => name === 'help')?.run({}, conversation, services);
  const [help, ...rest] = said;
  if (!help || rest.length > 0) throw new Error(`${said.length} replies, not one.`);
  return help;
}

test.each(locales)(
  '/help names every command once, by its name in %s, to one reader only',
  async (locale) => {
    const help = await helping({ locale, isManager: true, isStaff: true });
    expect(help.private).toBe(true);
    for (const command of commands) {
      const { name } = command.words(wordsFor(locale));
      const group = command.group?.words(wordsFor(locale)).name;
      const shown = `\`/${group ? `${group} ${name}` : name}\``;
      expect(wordsOf(help.reply).split(shown), shown).toHaveLength(2);
    }
  },
);

test('/help is a door: the triage, a demo, how big each cause is, better or lucky, steadier, which acts when', async () => {
  const { reply } = await helping();
  expect(buttonsOf(reply).map(({ label }) => label)).toEqual([
    say.triage.start,
    'Show me dropout',
    'How big is each?',
    'Better, or lucky?',
    'Steadier',
    'Check my code',
    say.overview.name,
  ]);
});

test('from the menu of /help one gets to every page', async () => {
  const { choices, customId } = selectOf((await helping()).reply);
  expect(choices.map(({ value }) => value)).toEqual(pageIds);
  const { said } = await pressing(customId, services, { chosen: ['gpu-kernels'] });
  expect(said.map(({ private: isPrivate }) => isPrivate)).toEqual([true]);
  const page = services.content.pages.get('en')?.get('gpu-kernels');
  expect(said.map(({ reply }) => wordsOf(reply)).join()).toContain(page?.title);
});

test('the example question of /help gets an answer', async () => {
  const { conversation, said } = fakeConversation();
  const example = wordsFor('en').replies.help.example;
  const question = /question: (.+)`/.exec(example)?.[1] ?? '';
  await ask.run({ question }, conversation, services);
  expect(said[0]?.reply.tone).not.toBe('problem');
  expect(said[0]?.private).toBe(false);
});
