import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAttachments, type Attachments } from '../../src/attachments/index.ts';

const most = 1000;

/** What the host of the files answers, by path. */
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/train.py': (response) => response.end('import torch\n'),
  '/full': (response) => response.end('x'.repeat(most)),
  '/announced': (response) =>
    response.writeHead(200, { 'content-length': most + 1 }).end('x'.repeat(most + 1)),
  '/endless': (response) => sendForEver(response),
  '/moved': (response) => response.writeHead(302, { location: '/train.py' }).end(),
  '/gone': (response) => response.writeHead(404).end('This content is no longer available.'),
  '/expired': (response) => response.writeHead(403).end(),
  '/broken': (response) => response.writeHead(500).end(),
  '/cut': (response) =>
    void response.writeHead(200, { 'content-length': 9 }).write('x', () => response.destroy()),
  '/silent': () => {},
  '/slow': (response) => void response.write('x'),
};

let server: Server;
let host: string;
let files: Attachments;
let inAHurry: Attachments;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answers[request.url ?? '']?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  files = openAttachments({ host, seconds: 60 });
  inAHurry = openAttachments({ host, seconds: 0.3 });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function sendForEver(response: ServerResponse): void {
  while (!response.destroyed && response.write('x'.repeat(500)));
  response.once('drain', () => sendForEver(response));
}

const read = (path: string, { size = 10, of = files } = {}) =>
  of.read({ name: 'train.py', size, url: `${host}${path}` }, most);

test('a file is read whole, up to the limit', async () => {
  expect(await read('/train.py')).toEqual({
    ok: true,
    name: 'train.py',
    bytes: Buffer.from('import torch\n'),
  });
  expect(await read('/full')).toMatchObject({ ok: true });
});

test.each([
  ['that announces more than the limit', '/announced', { kind: 'too-large', most }],
  ['that never ends', '/endless', { kind: 'too-large', most }],
  ['that leads elsewhere', '/moved', { kind: 'elsewhere' }],
  ['that was deleted', '/gone', { kind: 'gone' }],
  ['whose address has expired', '/expired', { kind: 'gone' }],
  ['whose host is broken', '/broken', { kind: 'unreachable' }],
  ['that is cut off', '/cut', { kind: 'unreachable' }],
])('a file %s is not read', async (_, path, problem) => {
  expect(await read(path)).toEqual({ ok: false, problem });
});

test.each([
  ['that never begins', '/silent'],
  ['that stops in the middle', '/slow'],
])('a file %s is waited for only so long', async (_, path) => {
  const problem = { kind: 'too-slow', seconds: 0.3 };
  expect(await read(path, { of: inAHurry })).toEqual({ ok: false, problem });
});

test('a redirect is not followed, and a file that Discord calls too large is not even asked for', async () => {
  asked.length = 0;
  await read('/moved');
  expect(await read('/train.py', { size: most + 1 })).toMatchObject({
    problem: { kind: 'too-large' },
  });
  expect(asked).toEqual(['/moved']);
});

test.each([
  'http://localhost:1/train.py',
  'https://cdn.discordapp.com.example.org/train.py',
  'https://cdn.discordapp.com@example.org/train.py',
  'http://cdn.discordapp.com/train.py',
  'file:///etc/passwd',
  'not an address',
])('nothing is read from %s', async (url) => {
  const ofDiscord = openAttachments({ host: 'https://cdn.discordapp.com' });
  for (const reader of [files, ofDiscord])
    expect(await reader.read({ name: 'a', size: 1, url }, most)).toEqual({
      ok: false,
      problem: { kind: 'elsewhere' },
    });
});

test('nobody there is no reason to fail', async () => {
  const nobody = openAttachments({ host: 'http://127.0.0.1:1' });
  expect(await nobody.read({ name: 'a', size: 1, url: 'http://127.0.0.1:1/a' }, most)).toEqual({
    ok: false,
    problem: { kind: 'unreachable' },
  });
});
