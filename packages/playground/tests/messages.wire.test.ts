import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';
import { codesOf } from './errors.ts';
import { call, form } from './raw-bot.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.close());

const messages = '/channels/340000000000000001/messages';
const post = (body: unknown) => call(playground, 'POST', messages, body);

const v2 = (...components: unknown[]) => ({ flags: MessageFlags.IsComponentsV2, components });
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const gallery = (url: string) => ({
  type: ComponentType.MediaGallery,
  items: [{ media: { url } }],
});
const chart = { name: 'chart.png' };

describe('files', () => {
  const bytes = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

  it('take 10 MiB and no byte more', async () => {
    const largest = form({ content: 'a' }, { name: 'a.bin', bytes: bytes(10) });
    expect((await post(largest)).status).toBe(200);
    const larger = form(
      { content: 'a' },
      { name: 'a.bin', bytes: new Uint8Array(10 * 2 ** 20 + 1) },
    );
    expect(await post(larger)).toMatchObject({ status: 413, body: { code: 40005 } });
  });

  it('are refused when the whole request is out of all proportion', async () => {
    const huge = form({ content: 'a' }, { name: 'a.bin', bytes: bytes(51) });
    expect(await post(huge)).toMatchObject({ status: 413, body: { code: 40005 } });
  });
});

describe('an edit', () => {
  it('can not take the flag of Components V2 back', async () => {
    const { body } = await post(v2(text('a')));
    const edited = await call(playground, 'PATCH', `${messages}/${body.id}`, { flags: 0 });
    expect(edited).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(codesOf(edited.body.errors)).toHaveProperty('flags');
  });

  it('can not add content to a message with Components V2', async () => {
    const { body } = await post(v2(text('a')));
    const edited = await call(playground, 'PATCH', `${messages}/${body.id}`, { content: 'b' });
    expect(codesOf(edited.body.errors)).toHaveProperty('content');
  });

  it('keeps the file its components still show, and drops it with them', async () => {
    const { body } = await post(form(v2(gallery('attachment://chart.png')), chart));
    const path = `${messages}/${body.id}`;
    const shown = await call(
      playground,
      'PATCH',
      path,
      v2(text('a'), gallery('attachment://chart.png')),
    );
    expect(shown.body['attachments']).toHaveLength(1);
    const gone = await call(playground, 'PATCH', path, v2(text('a')));
    expect(gone.body['attachments']).toHaveLength(0);
  });

  it('of a message that is not there is refused', async () => {
    expect(await call(playground, 'PATCH', `${messages}/1`, { content: 'b' })).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
  });

  it('of what a person wrote is refused', async () => {
    playground.driver.say('mine');
    const id = playground.driver.messages().at(-1)?.id ?? '';
    expect(await call(playground, 'PATCH', `${messages}/${id}`, { content: 'b' })).toMatchObject({
      status: 403,
      body: { code: 50005 },
    });
  });
});

describe('requests', () => {
  it('without the right token are refused', async () => {
    const other = { ...playground, token: 'wrong' };
    expect(await call(other, 'GET', '/users/@me')).toMatchObject({
      status: 401,
      body: { code: 0, message: '401: Unauthorized' },
    });
  });

  it('with broken JSON are refused', async () => {
    expect(await post('{"content":')).toMatchObject({ status: 400, body: { code: 50109 } });
  });

  it.each([
    ['GET', '/channels/1/messages/2', 404, 10003],
    ['GET', '/no/such/thing', 404, 0],
    ['DELETE', '/users/@me', 405, 0],
    ['PUT', '/applications/1/commands', 404, 10002],
    ['PUT', '/applications/320000000000000001/guilds/1/commands', 404, 10004],
  ])('%s %s is answered with %d, code %d', async (method, path, status, code) => {
    const body = method === 'PUT' ? [] : undefined;
    expect(await call(playground, method, path, body)).toMatchObject({ status, body: { code } });
  });
});

describe('mentions', () => {
  it('take an id that is sent as a number, digit by digit, and leave numbers in a text alone', async () => {
    const content = '<@310000000000000001>, 310000000000000002';
    const { body } = await post(
      `{"content": "${content}", "allowed_mentions": {"users": [310000000000000001]}}`,
    );
    expect(body['content']).toBe(content);
    expect(playground.driver.pings(body.id ?? '').users).toEqual(['310000000000000001']);
  });

  it.each([
    ['everybody named, without allowed_mentions', undefined, true, ['310000000000000001']],
    ['nobody, with an empty parse', { parse: [] }, false, []],
    ['one chosen person', { users: ['310000000000000001'] }, false, ['310000000000000001']],
    ['another person than the one named', { users: ['310000000000000002'] }, false, []],
  ])('ping %s', async (_, allowed_mentions, everyone, users) => {
    const content = '@everyone look, <@310000000000000001>';
    const { body } = await post({ content, ...(allowed_mentions && { allowed_mentions }) });
    expect(playground.driver.pings(body.id ?? '')).toEqual({ everyone, users, roles: [] });
  });
});
