import { expect, test } from 'vitest';
import { cause } from '../../commands/cause.ts';
import { pageIds, pictureIds } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import {
  buttonsOf,
  chartsOf,
  fakeConversation,
  pressing,
  realServices,
  selectOf,
  type Said,
} from './fake-conversation.ts';

const services = realServices();
const say = wordsFor('en').replies;

async function reading(name: string): Promise<Said> {
  const { conversation, said } = fakeConversation();
  await cause.run({ name }, conversation, services);
  const [only] = said;
  if (!only) throw new Error('The command said nothing.');
  return only;
}

test.each(pageIds)('%s shows its picture where it is opened, and only there', async (id) => {
  const name = services.content.pages.get('en')?.get(id)?.picture;
  const { reply } = await reading(id);
  expect(chartsOf(reply)).toEqual(name ? [`${name}.png`] : []);
  const { said } = await pressing(selectOf(reply).customId, services, { chosen: ['how-to-check'] });
  expect(said.flatMap(({ reply: turned }) => chartsOf(turned))).toEqual([]);
});

test('most pages have a picture, and every picture has a page', () => {
  const { pages, followUps } = services.content;
  const named = [...(pages.get('en')?.values() ?? []), ...(followUps.get('en')?.values() ?? [])];
  const shown = new Set(named.flatMap(({ picture }) => picture ?? []));
  expect([...shown, 'overview'].toSorted()).toEqual([...pictureIds].toSorted());
});

test.each(['overview', 'Which cause acts when?', '哪个原因什么时候起作用？'])(
  '“%s” is the picture of all causes, with the way to each',
  async (name) => {
    const { reply } = await reading(name);
    expect(chartsOf(reply)).toEqual(['overview.png']);
    expect(selectOf(reply).choices.map(({ value }) => value)).toEqual(pageIds);
  },
);

test('from every page it is one press to the picture of all causes, privately', async () => {
  const { reply } = await reading('dropout');
  const button = buttonsOf(reply).find(({ label }) => label === say.overview.name);
  const { said } = await pressing(button?.customId, services);
  expect(said.map(({ private: isPrivate }) => isPrivate)).toEqual([true]);
  expect(said.flatMap(({ reply: next }) => chartsOf(next))).toEqual(['overview.png']);
});

test('a page whose picture was not drawn is shown without', async () => {
  const { conversation, said } = fakeConversation();
  const without = { ...services, pictures: () => undefined };
  await cause.run({ name: 'dropout' }, conversation, without);
  expect(said.map(({ reply }) => chartsOf(reply))).toEqual([[]]);
});
