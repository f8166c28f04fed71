import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { shortId } from '../../commands/framework/action.ts';
import { actions } from '../../commands/parts/actions.ts';
import { wordsFor } from '../../src/words/index.ts';
import { realServices, pressing, wordsOf } from './fake-conversation.ts';

const services = realServices();
const { problems } = wordsFor('en').replies;
const me = '200000000000000002';

test.each([
  ['nothing', ''],
  ['only separators', '::::'],
  ['an unknown action', `demo.explode:${shortId(me)}`],
  ['an action of every object', `constructor:${shortId(me)}`],
  ['no owner', 'demo.delete'],
  ['an empty owner', 'demo.delete:'],
  ['an owner who is no id', 'demo.delete:@everyone'],
  ['a part too many', `demo.delete:${shortId(me)}:x`],
  ['a part too few', `demo.new:${shortId(me)}`],
  ['a thousand runs', `demo.new:${shortId(me)}:dropout.inference.1000.7`],
  ['a control character', `demo.delete:${shortId(me)}\n`],
  ['10,000 characters', 'x'.repeat(10_000)],
])('a custom_id with %s gets one private sentence', async (_, customId) => {
  const { said, events } = await pressing(customId, services);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatchObject({ how: 'reply', private: true });
  expect(said.map(({ reply }) => wordsOf(reply))).toEqual([problems.oldButton]);
  expect(events).toEqual([]);
});

test('every action has exactly one handler', () => {
  const handled = commands.flatMap(({ handlers }) => handlers.map(({ name }) => name));
  expect(handled.toSorted()).toEqual(
    Object.values(actions)
      .map(({ name }) => name)
      .toSorted(),
  );
});
