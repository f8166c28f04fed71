import { request } from 'node:http';
import { connect as connectTo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';
import { call, connect, form, gatewayOf } from './raw-bot.ts';

let playground: Playground;
let port: string;
let secret: string;
beforeAll(async () => {
  playground = await startPlayground();
  const { port: number, hash } = new URL(playground.pageUrl);
  port = number;
  secret = hash.slice(1);
});
afterAll(() => playground.close());

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** `fetch` sets Host and Origin itself; a hostile page's browser, or a name that points here, does as here. */
const ask = ({ method = 'GET', path = '/', headers = {}, body }: Asked) =>
  new Promise<{ status: number; text: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            headers: response.headers,
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    },
  );

const act = (headers: Record<string, string>) =>
  ask({
    method: 'POST',
    path: '/control/act',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      user: 'ada',
      where: 'channel',
      locale: 'en-US',
      act: { do: 'say', text: 'hi' },
    }),
  });

describe('only the page that was opened with the secret', () => {
  it('may act', async () => {
    expect((await act({ authorization: `Bearer ${secret}` })).status).toBe(200);
  });

  it.each([
    ['no secret', {}],
    ['a wrong secret', { authorization: 'Bearer wrong' }],
  ])('not one with %s', async (_, headers) => {
    const before = playground.driver.messages().length;
    expect((await act(headers)).status).toBe(401);
    expect((await ask({ path: '/control/events?user=ada', headers })).status).toBe(401);
    expect(playground.driver.messages()).toHaveLength(before);
  });

  it.each([
    ['another Origin', { origin: 'http://evil.example' }],
    ['no Origin at all (a sandboxed frame)', { origin: 'null' }],
    ['the Origin of another local server', { origin: 'http://127.0.0.1:1' }],
    ['another Host (DNS rebinding)', { host: 'evil.example' }],
    ['another port in Host', { host: '127.0.0.1:1' }],
  ])('not one with %s, even with the secret', async (_, headers) => {
    expect((await act({ ...headers, authorization: `Bearer ${secret}` })).status).toBe(403);
    expect((await ask({ headers })).status).toBe(403);
    expect((await ask({ path: '/api/v10/gateway', headers })).status).toBe(403);
  });

  it('may open a socket', async () => {
    await expect(connect(gatewayOf(playground), { origin: 'http://evil.example' })).rejects.toThrow(
      '403',
    );
  });
});

it('nobody reaches it but through the one address of this machine that it names', async () => {
  for (const host of ['127.0.0.2', '::1'])
    await expect(
      new Promise((resolve, reject) => {
        connectTo(Number(port), host).once('connect', resolve).once('error', reject);
      }),
    ).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL|ENETUNREACH|ETIMEDOUT/);
});

it.each([
  ['no Host', 'GET / HTTP/1.0\r\n\r\n'],
  [
    'a Host that only begins like ours',
    'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT.evil.example\r\n\r\n',
  ],
  ['two Hosts', 'GET / HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1:PORT\r\n\r\n'],
  [
    'a foreign address in its first line',
    'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n',
  ],
  ['no HTTP at all', '\u0016\u0003\u0001'],
])('a request with %s is refused', async (_, sent) => {
  const socket = connectTo(Number(port), '127.0.0.1');
  socket.end(sent.replaceAll('PORT', port));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 (400|403) /);
});

it('connections that break at the worst moment do not end it', async () => {
  const upgrade = 'GET /gateway HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n';
  for (const host of ['evil.example', `127.0.0.1:${port}`])
    for (let attempt = 0; attempt < 20; attempt += 1)
      await new Promise<void>((resolve) => {
        const socket = connectTo(Number(port), '127.0.0.1', () => {
          socket.write(`${upgrade}Host: ${host}\r\n\r\n`, () => {
            socket.resetAndDestroy();
            resolve();
          });
        });
      });
  expect((await ask({})).status).toBe(200);
});

it('the secret is in no file of the page, and differs from session to session', async () => {
  const { text } = await ask({});
  expect(text).toContain('<div id="app">');
  expect(text).not.toContain(secret);
  const other = await startPlayground();
  expect(other.pageUrl).not.toContain(secret);
  await other.close();
});

it('the page may load nothing from elsewhere and run no script of a message', async () => {
  const { headers } = await ask({});
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
});

it('a file is sent as a download that can not run, and only to those who know its address', async () => {
  const bytes = new TextEncoder().encode('<script>alert(1)</script>');
  const { body } = await call(
    playground,
    'POST',
    '/channels/340000000000000001/messages',
    form({ content: 'a' }, { name: '../../"evil\r\n.html', bytes }),
  );
  const [attachment] = body['attachments'] as { url: string; filename: string }[];
  const { pathname, search } = new URL(attachment?.url ?? '');
  expect(attachment?.filename).not.toMatch(/[/"\r\n]/);
  const file = await ask({ path: pathname + search });
  expect(file.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(file.headers['content-disposition']).toMatch(/^attachment/);
  expect((await ask({ path: pathname })).status).toBe(404);
});

it('a taken port is left alone: the next free one is used', async () => {
  const second = await startPlayground({ port: Number(port) });
  expect(new URL(second.pageUrl).hostname).toBe('127.0.0.1');
  expect(Number(new URL(second.pageUrl).port)).toBeGreaterThan(Number(port));
  await second.close();
});

it.each([
  ['no JSON', 'nonsense', 400],
  ['another shape', '{"user":"eve"}', 400],
  [
    'a name from the prototype',
    '{"user":"toString","locale":"en-US","act":{"do":"say","text":"a"}}',
    400,
  ],
])('a request of the page with %s is refused', async (_, body, status) => {
  const headers = { authorization: `Bearer ${secret}` };
  expect((await ask({ method: 'POST', path: '/control/act', headers, body })).status).toBe(status);
});
