import {
  InteractionResponseType as Respond,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';
import { call, identified, type RawBot } from './raw-bot.ts';

const application = '320000000000000001';

let playground: Playground;
let bot: RawBot;

beforeEach(async () => {
  playground = await startPlayground();
  bot = await identified(playground);
  await call(playground, 'PUT', `/applications/${application}/commands`, [
    {
      name: 'ask',
      description: 'd',
      options: [{ type: 3, name: 'q', description: 'd', autocomplete: true }],
    },
  ]);
});
afterEach(() => playground.close());

/** Ada uses /ask; `run` resolves when the bot took it up or was too late. */
async function ask() {
  const run = playground.driver.runCommand('ask');
  const { id, token } = await bot.nextInteraction();
  const callback = (type: Respond, data?: unknown) =>
    call(playground, 'POST', `/interactions/${id}/${token}/callback`, { type, data });
  const webhook = (method: string, path: string, body?: unknown) =>
    call(playground, method, `/webhooks/${application}/${token}${path}`, body);
  return { id, token, run, callback, webhook };
}

const content = () => playground.driver.messages().map((message) => message.content);

describe('the callback', () => {
  it('is acknowledged without a body and without a content type', async () => {
    const { callback } = await ask();
    const answer = await callback(Respond.ChannelMessageWithSource, { content: 'hi' });
    expect(answer).toEqual({ status: 204, body: {}, contentType: null });
  });

  it('measures how long the bot took', async () => {
    const { run, callback } = await ask();
    playground.driver.passTime(1000);
    await callback(Respond.DeferredChannelMessageWithSource);
    const { state, acknowledgement } = await run;
    expect(state).toBe('acknowledged');
    expect(acknowledgement?.afterMs).toBeGreaterThan(1000);
    expect(acknowledgement?.afterMs).toBeLessThan(3000);
  });

  it('is refused when it comes twice', async () => {
    const { callback } = await ask();
    await callback(Respond.ChannelMessageWithSource, { content: 'one' });
    const second = await callback(Respond.ChannelMessageWithSource, { content: 'two' });
    expect(second).toMatchObject({ status: 400, body: { code: 40060 } });
    expect(content()).toEqual(['one']);
  });

  it('is refused when it comes too late, and the person sees that nobody responded', async () => {
    const { run, callback } = await ask();
    playground.driver.passTime(3000);
    expect((await run).state).toBe('failed');
    const late = await callback(Respond.ChannelMessageWithSource, { content: 'late' });
    expect(late).toMatchObject({ status: 404, body: { code: 10062 } });
    expect(content()).toEqual([]);
  });

  it('is refused with a token that is not its own', async () => {
    const { id } = await ask();
    const answer = await call(playground, 'POST', `/interactions/${id}/forged/callback`, {
      type: 5,
    });
    expect(answer).toMatchObject({ status: 404, body: { code: 10062 } });
  });

  it('does not count when its body is refused', async () => {
    const { callback } = await ask();
    const wrong = await callback(Respond.ChannelMessageWithSource, { content: 'x'.repeat(2001) });
    expect(wrong.body.code).toBe(50035);
    expect((await callback(Respond.ChannelMessageWithSource, { content: 'hi' })).status).toBe(204);
  });

  it.each([
    ['suggestions for a command', Respond.ApplicationCommandAutocompleteResult, { choices: [] }],
    ['an update without a message', Respond.DeferredMessageUpdate, undefined],
    ['a pong', Respond.Pong, undefined],
  ])('is refused with %s', async (_, type, data) => {
    const { callback } = await ask();
    expect(await callback(type, data)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it.each([
    ['26 suggestions', Array.from({ length: 26 }, (_, at) => ({ name: `n${at}`, value: 'v' }))],
    ['a suggestion over 100', [{ name: 'x'.repeat(101), value: 'v' }]],
    ['a value over 100', [{ name: 'n', value: 'x'.repeat(101) }]],
  ])('is refused with %s', async (_, choices) => {
    const asked = playground.driver.autocomplete('ask', { q: 'a' }, 'q');
    const { id, token } = await bot.nextInteraction();
    const answer = await call(playground, 'POST', `/interactions/${id}/${token}/callback`, {
      type: Respond.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    playground.driver.passTime(3000);
    await expect(asked).rejects.toThrow('No suggestions');
  });
});

describe('the webhook of an interaction', () => {
  it('is not there before the interaction is acknowledged', async () => {
    const { webhook } = await ask();
    expect(await webhook('PATCH', '/messages/@original', { content: 'a' })).toMatchObject({
      status: 404,
      body: { code: 10015 },
    });
  });

  it('edits, reads and deletes the original reply, percent-encoded or not', async () => {
    const { callback, webhook } = await ask();
    await callback(Respond.DeferredChannelMessageWithSource);
    await webhook('PATCH', '/messages/%40original', { content: 'done' });
    expect((await webhook('GET', '/messages/@original')).body['content']).toBe('done');
    expect((await webhook('DELETE', '/messages/@original')).status).toBe(204);
    expect(content()).toEqual([]);
    expect((await webhook('GET', '/messages/@original')).body.code).toBe(10008);
  });

  it('fills the deferred reply with the first follow-up, and posts the next', async () => {
    const { callback, webhook } = await ask();
    await callback(Respond.DeferredChannelMessageWithSource);
    await webhook('POST', '', { content: 'one' });
    await webhook('POST', '', { content: 'two' });
    expect(content()).toEqual(['one', 'two']);
  });

  it('expires', async () => {
    const { callback, webhook } = await ask();
    await callback(Respond.DeferredChannelMessageWithSource);
    playground.driver.passTime(15 * 60_000);
    expect(await webhook('PATCH', '/messages/@original', { content: 'a' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
  });
});

describe('a private reply', () => {
  it('stays private whatever a later edit says, and cannot become so', async () => {
    const hidden = await ask();
    await hidden.callback(Respond.DeferredChannelMessageWithSource, {
      flags: MessageFlags.Ephemeral,
    });
    await hidden.webhook('PATCH', '/messages/@original', { content: 'secret', flags: 0 });
    const open = await ask();
    await open.callback(Respond.DeferredChannelMessageWithSource);
    await open.webhook('PATCH', '/messages/@original', {
      content: 'open',
      flags: MessageFlags.Ephemeral,
    });
    const seenBy = (user: 'ada' | 'ben') =>
      playground.driver.messages(user).map((message) => message.content);
    expect(seenBy('ada')).toEqual(['secret', 'open']);
    expect(seenBy('ben')).toEqual(['open']);
  });

  it('cannot be reached through the channel', async () => {
    const { callback } = await ask();
    await callback(Respond.ChannelMessageWithSource, {
      content: 'a',
      flags: MessageFlags.Ephemeral,
    });
    const [message] = playground.driver.messages();
    const path = `/channels/340000000000000001/messages/${message?.id}`;
    expect((await call(playground, 'GET', path)).body.code).toBe(10008);
  });
});

describe('people', () => {
  it.each([
    ['an unknown command', 'nothing', {}, 'no command'],
    ['an unknown option', 'ask', { other: 1 }, 'no option'],
    ['a number for a text', 'ask', { q: 1 }, 'q:'],
  ])('can not send %s', async (_, name, options, problem) => {
    await expect(playground.driver.runCommand(name, options)).rejects.toThrow(problem);
  });

  it('can not press what is not there, but a forged press gets through', async () => {
    playground.driver.say('hello');
    const [message] = playground.driver.messages();
    await expect(playground.driver.press(message?.id ?? '', 'forged')).rejects.toThrow('no such');
    const pressed = playground.driver.sendRaw({
      type: InteractionType.MessageComponent,
      message,
      data: { custom_id: 'forged', component_type: 2 },
    });
    expect(await bot.nextInteraction()).toMatchObject({ type: 3, data: { custom_id: 'forged' } });
    playground.driver.passTime(3000);
    expect((await pressed).state).toBe('failed');
  });

  it('are who they are: the teacher may manage messages, students not', async () => {
    const manageMessages = 1n << 13n;
    for (const [user, expected] of [
      ['ada', 0n],
      ['chen', manageMessages],
    ] as const) {
      const run = playground.driver.runCommand('ask', {}, { user, locale: 'zh-TW' });
      const interaction = await bot.nextInteraction();
      expect(interaction.locale).toBe('zh-TW');
      expect(BigInt(interaction.member?.permissions ?? 0) & manageMessages).toBe(expected);
      playground.driver.passTime(3000);
      await run;
    }
  });
});
