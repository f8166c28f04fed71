import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from '../wire/refusal.ts';
import { readBody } from '../wire/request.ts';
import { createClass } from '../class/index.ts';
import { createPeople } from '../people/index.ts';
import { isPersonKey, people } from '../wire/place.ts';
import type { Server } from '../server.ts';
import { pageRequest, perform, withFiles } from './act.ts';
import { loadPage } from './page-files.ts';
import { stream } from './stream.ts';

export interface Control {
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  close(): void;
}

/** The page, and what it needs the session's secret for: to see the channel and to act in it. */
export function createControl(server: Server, secret: string): Control {
  const crowd = createPeople(server);
  const students = createClass(server, crowd);
  const closers = new Set<() => void>();

  const events = (response: ServerResponse, url: URL) => {
    const user = url.searchParams.get('user') ?? '';
    if (!isPersonKey(user)) return sendJson(response, 400, { ok: false, problem: 'Who are you?' });
    const close = stream(server, user, response);
    closers.add(close);
    response.once('close', () => {
      close();
      closers.delete(close);
    });
  };

  const act = async (request: IncomingMessage, response: ServerResponse) => {
    const { json, uploads } = await readBody(request);
    const asked = pageRequest.safeParse(json);
    const what = asked.success && withFiles(asked.data.act, uploads);
    if (!asked.success || !what)
      return sendJson(response, 400, { ok: false, problem: 'The page sent something odd.' });
    const { user, where, locale } = asked.data;
    const who = { person: people[user], where, locale };
    const answer = await perform(server, crowd, students, who, what);
    return sendJson(response, answer.ok ? 200 : 422, answer);
  };

  return {
    async handle(request, response, url) {
      const { method } = request;
      for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
      if (!url.pathname.startsWith('/control/')) {
        const page = await loadPage();
        const file = method === 'GET' ? page.get(url.pathname) : undefined;
        const problem = page.size > 0 ? 'Not found.' : 'The page is not built: npm run build.';
        if (!file) return sendJson(response, 404, { ok: false, problem });
        const bytes = await file.read();
        response.writeHead(200, { 'content-type': file.type }).end(bytes);
        return;
      }
      if (!isSecret(request.headers.authorization, secret))
        return sendJson(response, 401, {
          ok: false,
          problem: 'Open the whole address that was printed, with what follows the #.',
        });
      if (method === 'GET' && url.pathname === '/control/events') return events(response, url);
      if (method === 'POST' && url.pathname === '/control/act')
        return act(request, response).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          sendJson(response, error.status, { ok: false, problem: error.message });
        });
      return sendJson(response, 404, { ok: false, problem: 'Not found.' });
    },
    close() {
      for (const close of closers) close();
    },
  };
}

const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

function isSecret(header: string | undefined, secret: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
