import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerMessage, messageCommands, type Incoming } from '../../commands/index.ts';
import { createRateLimit } from '../../commands/memory/rate-limit.ts';
import { locales } from '../../src/words/index.ts';
import { realServices, fakeConversation } from '../commands/fake-conversation.ts';
import { expectHarmless } from './expect-harmless.ts';
import { holds } from './run.ts';
import { hostileQuestion, hostileText } from './text.ts';

/** Everything is answered in full: nobody asks too fast, and no answer is one of a moment ago. */
const services = {
  ...realServices(),
  rateLimit: createRateLimit({ most: Number.POSITIVE_INFINITY, seconds: 1 }),
  cooldown: { find: async () => undefined, keep() {}, forget() {}, forgetChannel() {} },
};

const text = fc.oneof(hostileText, hostileQuestion);
const message = fc.tuple(
  text,
  fc.boolean(),
  fc.boolean(),
  fc.boolean(),
  fc.constantFrom(...locales),
);

const base = {
  channelId: '340000000000000001',
  id: '360000000000000001',
  serverId: '330000000000000001',
  userId: '310000000000000001',
  linkTo: (id: string) =>
    `https://discord.com/channels/330000000000000001/340000000000000001/${id}`,
};

test('any message gets an answer that is harmless, or none', async () => {
  let answered = 0;
  await holds(1_500, message, async ([said, isDirect, isAddressed, hasFiles, publicLocale]) => {
    const incoming: Incoming = {
      ...base,
      text: said.trim(),
      lines: said.trim(),
      isDirect,
      isAddressed: isDirect || isAddressed,
      isOnlyReply: !isDirect && !isAddressed,
      repliedTo: async () => (hasFiles ? [said] : undefined),
      hasFiles,
      files: [],
      publicLocale,
      async reply(reply) {
        answered += 1;
        expectHarmless(reply);
        return '350000000000000001';
      },
    };
    await answerMessage(incoming, services);
  });
  expect(answered).toBeGreaterThan(500);
});

test('any message can be answered from its menu', async () => {
  await holds(1_000, message, async ([said, mayPost, , hasFiles, locale]) => {
    const { conversation, said: replies } = fakeConversation({ locale, publicLocale: locale });
    const posted: unknown[] = [];
    for (const command of messageCommands)
      await command.run(
        {
          ...conversation,
          mayPost,
          message: {
            ...base,
            id: '350000000000000001',
            isOurs: false,
            authorId: '310000000000000002',
            text: said.trim(),
            hasFiles,
            files: [],
          },
          async answerThere(reply) {
            expectHarmless(reply);
            posted.push(reply);
            return '350000000000000002';
          },
        },
        services,
      );
    expect(replies.length).toBe(messageCommands.length);
    for (const { reply } of replies) expectHarmless(reply);
  });
});
