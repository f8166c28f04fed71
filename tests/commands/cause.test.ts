import { describe, expect, test } from 'vitest';
import type { Press } from '../../commands/index.ts';
import { cause } from '../../commands/cause.ts';
import { causeIds, followUpIds, pageIds, sectionIds, topicIds } from '../../src/ids.ts';
import { frameworkNames, frameworks } from '../../src/evidence/index.ts';
import { locales, wordsFor } from '../../src/words/index.ts';
import {
  buttonsOf,
  realServices,
  selectOf,
  fakeConversation,
  pressing,
  wordsOf,
  type Said,
} from './fake-conversation.ts';

const services = realServices();
const say = wordsFor('en').replies;

async function reading(name: string, who: Partial<Press> = {}): Promise<Said> {
  const { conversation, said } = fakeConversation(who);
  await cause.run({ name }, conversation, services);
  const [only] = said;
  if (!only) throw new Error('The command said nothing.');
  return only;
}

const suggestions = (typed: string, locale: Press['locale'] = 'en') =>
  cause.options['name']?.suggest?.(typed, { locale, others: {} }, services) ?? [];

describe('/cause', () => {
  test.each(pageIds)('%s opens at what happens, publicly', async (id) => {
    const { reply, private: isPrivate } = await reading(id);
    const page = services.content.pages.get('en')?.get(id);
    expect(isPrivate).toBe(false);
    expect(wordsOf(reply)).toContain(page?.sections['what-happens']);
    expect(selectOf(reply).choices.map(({ value }) => value)).toEqual(sectionIds);
  });

  test.each(causeIds)('%s offers its demo', async (id) => {
    const labels = buttonsOf((await reading(id)).reply).map(({ label }) => label);
    expect(labels).toContain(say.cause.runDemo);
  });

  test.each(topicIds)('%s has no demo to offer; a special case leads to its page', async (id) => {
    const { reply } = await reading(id);
    const labels = buttonsOf(reply).map(({ label }) => label);
    expect(labels).not.toContain(say.cause.runDemo);
    const under = services.content.pages.get('en')?.get(id)?.under;
    if (under) expect(labels).toContain(say.ask.readAll(say.causes[under]));
    // Its fixes, what people ask next, the picture of all causes, and the way to delete it.
    else expect(labels).toHaveLength(frameworks.length + followUpIds.length + 2);
  });

  test('answers what people ask next, to the asker only', async () => {
    const { reply } = await reading('dropout');
    for (const id of followUpIds) {
      const button = buttonsOf(reply).find(({ label }) => label === say.followUps[id]);
      const { said } = await pressing(button?.customId, services);
      const followUp = services.content.followUps.get('en')?.get(id);
      expect(said.map(({ private: isPrivate }) => isPrivate)).toEqual([true]);
      expect(said.map(({ reply: next }) => wordsOf(next)).join()).toContain(followUp?.body);
    }
  });

  test.each(frameworks)(
    'turns what people ask next to its example in %s, and back',
    async (framework) => {
      const id = 'complete-recipe';
      const { body, examples } = services.content.followUps.get('en')?.get(id) ?? {};
      let shown = (await reading('dropout')).reply;
      const press = async (label: string) => {
        const customId = buttonsOf(shown).find((button) => button.label === label)?.customId ?? '';
        const { said } = await pressing(customId, services);
        shown = said[0]?.reply ?? shown;
        return said[0]?.how;
      };
      expect(await press(say.followUps[id])).toBe('reply');
      expect(await press(frameworkNames[framework])).toBe('update');
      expect(wordsOf(shown)).toContain(examples?.[framework]);
      expect(await press(say.followUps[id])).toBe('update');
      expect(wordsOf(shown)).toContain(body);
    },
  );

  test('a model can be seen to become steadier from what says how', async () => {
    const { reply } = await reading('dropout');
    const button = buttonsOf(reply).find(
      ({ label }) => label === say.followUps['make-it-steadier'],
    );
    const { said } = await pressing(button?.customId, services);
    const run = buttonsOf(said[0]?.reply ?? reply).find(({ label }) => label === say.cause.runDemo);
    expect(run?.customId).toMatch(/^demo\.start:.*:steadier$/);
  });

  test('turns to every section, in the same message', async () => {
    const { customId } = selectOf((await reading('dropout')).reply);
    for (const section of sectionIds) {
      const { said } = await pressing(customId, services, { chosen: [section] });
      expect(said).toHaveLength(1);
      const [{ how, reply } = { how: '', reply: { blocks: [] } }] = said;
      expect(how).toBe('update');
      const page = services.content.pages.get('en')?.get('dropout');
      expect(wordsOf(reply)).toContain(page?.sections[section]);
      // A fix card says its limits.
      if (section.startsWith('fix-'))
        expect(wordsOf(reply)).toContain(page?.sections['what-the-fix-does-not-fix']);
    }
  });

  test.each(frameworks)(
    'opens the fix in %s with one press, in the same message',
    async (framework) => {
      const label = say.ask.fix(frameworkNames[framework]);
      const button = buttonsOf((await reading('dropout')).reply).find((it) => it.label === label);
      const { said } = await pressing(button?.customId, services);
      const [{ how, reply } = { how: '', reply: { blocks: [] } }] = said;
      expect(how).toBe('update');
      const { fix, sections } = services.content.pages.get('en')?.get('dropout') ?? {};
      expect(wordsOf(reply)).toContain(fix?.[framework]);
      expect(wordsOf(reply)).toContain(sections?.['what-the-fix-does-not-fix']);
      expect(buttonsOf(reply).find(({ style }) => style === 'primary')?.label).toBe(label);
    },
  );

  test('stays its owner’s when staff turn the page', async () => {
    const { customId } = selectOf((await reading('dropout')).reply);
    const staff = await pressing(customId, services, {
      userId: '300000000000000003',
      isStaff: true,
      chosen: ['sources'],
    });
    const [turned] = staff.said;
    expect(turned && selectOf(turned.reply).customId).toBe(customId);
  });

  test('takes a forged section for an old message', async () => {
    const { customId } = selectOf((await reading('dropout')).reply);
    const { said } = await pressing(customId, services, { chosen: ['constructor'] });
    expect(said.map(({ reply }) => wordsOf(reply))).toEqual([say.problems.oldButton]);
  });

  test.each(['DROPOUT', 'data set', 'Hyper parameters', '数据集', '資料集'])(
    'knows “%s” by a name',
    async (name) => {
      expect((await reading(name)).private).toBe(false);
    },
  );

  test.each([
    ['dropuot', say.causes.dropout],
    ['initial wieghts', say.causes['initial-weights']],
    ['batch ordering', say.causes['batch-order']],
  ])('offers the nearest names for “%s”, privately', async (typed, nearest) => {
    const { reply, private: isPrivate } = await reading(typed);
    expect(isPrivate).toBe(true);
    expect(wordsOf(reply)).toContain(`Did you mean \`${nearest}\``);
  });

  test.each(['foo bar', 'weather', 'pizza', '苹果'])('finds nothing near “%s”', async (typed) => {
    const { reply } = await reading(typed);
    expect(wordsOf(reply)).toContain("I don't know a cause of that name. Start typing");
  });

  test.each(['', '@everyone', '```', '🌱', 'لماذا', '\\', 'x'.repeat(6_000)])(
    'answers %j privately and does not repeat it',
    async (name) => {
      const { reply, private: isPrivate } = await reading(name);
      expect(isPrivate).toBe(true);
      expect(wordsOf(reply).length).toBeLessThan(300);
      if (name) expect(wordsOf(reply)).not.toContain(name);
    },
  );
});

describe('the suggestions for a cause', () => {
  test.each(locales)(
    'are all pages, and all in one picture, while nothing is typed (%s)',
    (locale) => {
      expect(suggestions('', locale).map(({ value }) => value)).toEqual([...pageIds, 'overview']);
    },
  );

  test.each([
    ['drop', 'dropout'],
    ['BATCH', 'batch-order'],
    ['权重', 'initial-weights'],
    ['權重', 'initial-weights'],
    ['wieghts', 'initial-weights'],
  ])('for “%s” begin with %s', (typed, id) => {
    expect(suggestions(typed)[0]?.value).toBe(id);
  });

  test.each(pageIds)('begin with %s when exactly that is typed', (id) => {
    expect(suggestions(id)[0]?.value).toBe(id);
  });

  test('are none for what looks like no cause', () => {
    expect(suggestions('🌱🌱🌱')).toEqual([]);
  });
});
