import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { ask } from '../../commands/ask.ts';
import { locales, wordsFor } from '../../src/words/index.ts';
import { realServices, fakeConversation, wordsOf } from './fake-conversation.ts';

const services = realServices();

test.each(locales)(
  '/help names every command, by its name in %s, to one reader only',
  async (locale) => {
    const { conversation, said } = fakeConversation({ locale, isManager: true });
    await commands.find(({ name }) => name === 'help')?.run({}, conversation, services);
    expect(said).toHaveLength(1);
    expect(said[0]?.private).toBe(true);
    const words = said.map(({ reply }) => wordsOf(reply)).join('');
    for (const command of commands) {
      const { name, description } = command.words(wordsFor(locale));
      const group = command.group?.words(wordsFor(locale)).name;
      expect(words).toContain(group ? `/${group} ${name}` : `/${name}`);
      expect(words).toContain(description);
    }
  },
);

test('the example question of /help gets an answer', async () => {
  const { conversation, said } = fakeConversation();
  const example = wordsFor('en').replies.help.example;
  const question = /question: (.+)`/.exec(example)?.[1] ?? '';
  await ask.run({ question }, conversation, services);
  expect(said[0]?.reply.tone).not.toBe('problem');
  expect(said[0]?.private).toBe(false);
});
