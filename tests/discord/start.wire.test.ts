import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Services } from '../../commands/index.ts';
import { startClient } from '../../src/discord/index.ts';
import { silent } from '../../src/log.ts';

/** Shaped like a token, as nobody's can be. */
const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.abcdef.0123456789abcdefghijklmnopq';

const servers: { close(): void }[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A host that answers every request in the same way. */
async function host(status: number, body: string, type = 'application/json'): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

async function problemAt(apiUrl: string): Promise<string> {
  const services = {} as Services;
  const started = await startClient({ token, apiUrl }, services, silent);
  if (started.ok) throw new Error('It started.');
  return started.problem;
}

describe('a start that fails says in one line which setting to look at', () => {
  test('DISCORD_TOKEN, if Discord does not know the token; the line does not repeat it', async () => {
    const problem = await problemAt(await host(401, '{"message":"401: Unauthorized","code":0}'));
    expect(problem).toMatch(/^DISCORD_TOKEN [^\n]+$/);
    expect(problem).not.toContain(token.slice(0, 10));
  });

  test('DISCORD_API_URL, if nobody listens there', async () => {
    const url = await host(200, '');
    servers.splice(0).forEach((server) => server.close());
    expect(await problemAt(url)).toMatch(/^DISCORD_API_URL: [^\n]*ECONNREFUSED[^\n]*$/);
  });

  test('DISCORD_API_URL, if a web server answers that does not speak Discord’s API', async () => {
    const problem = await problemAt(await host(404, '<h1>Not found</h1>', 'text/html'));
    expect(problem).toMatch(/^DISCORD_API_URL: [^\n]+$/);
  });

  test('DISCORD_API_URL, if it answers everything with a page', async () => {
    const problem = await problemAt(await host(200, '<h1>Hello</h1>', 'text/html'));
    expect(problem).toMatch(/^DISCORD_API_URL: [^\n]+$/);
  });

  test('none, if Discord allows no more sessions today: then no setting is wrong', async () => {
    const limit = { total: 1000, remaining: 0, reset_after: 3_600_000, max_concurrency: 1 };
    const gateway = { url: 'ws://127.0.0.1:1', shards: 1, session_start_limit: limit };
    const problem = await problemAt(await host(200, JSON.stringify(gateway)));
    expect(problem).toMatch(
      /^Discord lets this bot begin no session now: [^\n]*resets at 20[^\n]*$/,
    );
    expect(problem).not.toContain('DISCORD_API_URL');
  });
});
