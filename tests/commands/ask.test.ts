import { describe, expect, test } from 'vitest';
import type { Press } from '../../commands/index.ts';
import { ask } from '../../commands/ask.ts';
import { wordsFor } from '../../src/words/index.ts';
import {
  buttonsOf,
  realServices,
  fakeConversation,
  pressing,
  wordsOf,
} from './fake-conversation.ts';

const services = realServices();
const say = wordsFor('en').replies;

async function asking(
  question: string,
  more: { private?: boolean } = {},
  who: Partial<Press> = {},
) {
  const { conversation, said } = fakeConversation(who);
  await ask.run({ question, ...more }, conversation, services);
  const [first, ...rest] = said;
  if (!first || rest.length > 0) throw new Error(`${said.length} replies, not one.`);
  return { ...first, words: wordsOf(first.reply), buttons: buttonsOf(first.reply) };
}

const generic = 'my lstm results are not reproducible, sometimes 0.41 and sometimes 0.47';

describe('/ask', () => {
  test('names the cause of a clear question, and offers its demo and its page', async () => {
    const reply = await asking('dropout is still active when I call my trained LSTM');
    expect(reply.private).toBe(false);
    const page = services.content.pages.get('en')?.get('dropout');
    expect(reply.words).toContain(page?.title);
    expect(reply.words).toContain(page?.answer);
    expect(reply.buttons.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Run demo: Dropout', 'Read all: Dropout']),
    );
  });

  test('shows three causes for a question with several answers, one of them as the first choice', async () => {
    const { buttons } = await asking(generic);
    expect(buttons.filter(({ label }) => label.startsWith('Run demo'))).toHaveLength(3);
    expect(buttons.filter(({ style }) => style === 'primary')).toHaveLength(1);
  });

  test('never shows a probability', async () => {
    expect(
      (await asking('same input, yet my lstm predicts other numbers when I start again')).words,
    ).not.toMatch(/\d\s*%|0\.\d/);
  });

  test('keeps the reply private if asked to', async () => {
    expect((await asking(generic, { private: true })).private).toBe(true);
  });

  test('answers in the language of the question, in public and to one person alone', async () => {
    const inChinese = wordsFor('zh-CN').replies.ask.applies([]);
    for (const isPrivate of [false, true]) {
      const asked = { private: isPrivate };
      const chinese = await asking('我的LSTM结果不稳定，一会儿高一会儿低', asked);
      expect(chinese.words).toContain(inChinese);
      const english = await asking(generic, asked, { locale: 'zh-TW', publicLocale: 'zh-CN' });
      expect(english.words).toContain(say.ask.applies([]));
    }
  });

  test('what is opened from an answer keeps its language', async () => {
    const inChinese = wordsFor('zh-CN').replies;
    const { buttons } = await asking('我的LSTM结果不稳定，一会儿高一会儿低');
    const fix = buttons.find(({ label }) => label === inChinese.ask.fix('Keras'));
    const { said } = await pressing(fix?.customId, services);
    const page = said.map(({ reply }) => buttonsOf(reply)).flat();
    const next = page.find(({ label }) => label === inChinese.ask.fix('PyTorch'));
    const again = await pressing(next?.customId, services, { messageIsPrivate: true });
    const shown = again.said.map(({ reply }) => wordsOf(reply)).join();
    expect(shown).toContain(inChinese.sections['fix-pytorch']);
  });

  test('quotes the question as somebody’s text, never as markdown of ours', async () => {
    const question = `${generic} **@everyone** <@123456789012345678>`;
    const { reply } = await asking(question);
    expect(reply.blocks).toContainEqual({ kind: 'quote', text: question });
    const ours = reply.blocks.filter((block) => block.kind === 'text');
    expect(JSON.stringify(ours)).not.toContain('everyone');
  });
});

describe('/ask and the framework of whoever asks', () => {
  const question = 'dropout is still active when I call my trained LSTM';
  const page = services.content.pages.get('en')?.get('dropout');
  const primaryOf = ({ buttons }: Awaited<ReturnType<typeof asking>>) =>
    buttons.filter(({ style }) => style === 'primary').map(({ label }) => label);

  test('says the one line of fix in each, as long as it isn’t known', async () => {
    const reply = await asking(question, {}, { userId: '200000000000000003' });
    for (const line of Object.values(page?.fix ?? {})) expect(reply.words).toContain(`\`${line}\``);
    expect(primaryOf(reply)).toEqual(['Run demo: Dropout']);
  });

  test('remembers the one that was chosen, for this person', async () => {
    const { buttons } = await asking(question);
    const keras = buttons.find(({ label }) => label === 'Fix: Keras');
    await pressing(keras?.customId, services);
    const again = await asking(question);
    expect(again.words).toContain(`**Keras:** \`${page?.fix.keras}\``);
    expect(again.words).not.toContain('PyTorch');
    expect(primaryOf(again)).toEqual(['Fix: Keras']);
    const another = await asking(question, {}, { userId: '200000000000000004' });
    expect(primaryOf(another)).toEqual(['Run demo: Dropout']);
  });
});

describe('/ask, when the answer is unsure', () => {
  const press = async (label: string, message: Awaited<ReturnType<typeof asking>>) => {
    const button = message.buttons.find((one) => one.label === label);
    const { said } = await pressing(button?.customId, services, { quote: generic });
    const [only] = said;
    if (!only) throw new Error('The press said nothing.');
    return { ...only, words: wordsOf(only.reply), buttons: buttonsOf(only.reply) };
  };
  const { where, weights } = say.triage.questions;

  test('asks back whether the weights are the same: the first step of the triage', async () => {
    const question = await asking(generic);
    expect(question.words).toContain(weights.ask);
    const next = await press(weights.answers.same, question);
    expect(next.how).toBe('update');
    expect(next.words).toContain(where.ask);
    expect(next.reply.blocks[0]).toEqual({ kind: 'quote', text: generic });
  });

  test('what can’t explain the answer is not named any more', async () => {
    const next = await press(weights.answers.same, await asking(generic));
    expect(next.words).toContain(say.causes.dropout);
    expect(next.words).not.toContain(say.causes['initial-weights']);
  });

  test('one can still change one’s mind', async () => {
    const next = await press(weights.answers.same, await asking(generic));
    const again = await press(say.triage.back, next);
    expect(again.words).toContain(weights.ask);
    expect(again.buttons.map(({ label }) => label)).toContain(weights.answers.trained);
  });
});

describe('/ask, given what it can’t answer', () => {
  test.each([
    ['another topic', 'what is the capital of France?'],
    ['emoji', '🌱🌱🌱'],
    ['a ping', '@everyone'],
    ['a code fence', '```\n```'],
    ['right-to-left text', 'ما هو الطقس اليوم؟'],
  ])('%s: says so privately, with what it can answer', async (_, question) => {
    const reply = await asking(question);
    expect(reply.private).toBe(true);
    expect(reply.words).toContain('I don’t know'.replace('’', "'"));
    expect(reply.reply.blocks[0]).toEqual({ kind: 'quote', text: question });
    const labels = reply.buttons.map(({ label }) => label);
    expect(labels.at(-1)).toBe(say.triage.start);
    // What comes nearest may be offered too.
    expect(labels.slice(0, -1).filter((label) => !label.startsWith('Read all'))).toEqual([]);
  });

  test('a question about something near is kept, and the nearest pages stand below it', async () => {
    const question = 'how do i choose the dropout rate?';
    const { reply, words, buttons } = await asking(question);
    expect(words).toContain(say.ask.unknown);
    expect(reply.blocks[0]).toEqual({ kind: 'quote', text: question });
    expect(buttons.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Read all: Dropout', say.triage.start]),
    );
  });

  test('a question of 4,000 characters: says the length and the limit, and does not repeat it', async () => {
    const reply = await asking('why '.repeat(1_000));
    expect(reply.private).toBe(true);
    expect(reply.words).toBe(say.problems.longQuestion(4_000, 1_000));
  });

  test('nothing but spaces: asks for words', async () => {
    expect((await asking(' \n ')).words).toBe(say.problems.emptyQuestion);
  });
});
