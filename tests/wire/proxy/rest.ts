import {
  Agent,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { WireFile, WireRequest } from '../contract/index.ts';

/** A request of the bot, and when (in milliseconds) it came. */
export interface RecordedRequest extends WireRequest {
  /** How it was answered; 0 before, or if the wire was cut. */
  status: number;
  readonly at: number;
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What happens to a request instead of, before or after `forward`, which gives it to Discord; `cut`: the connection
 * breaks before an answer. Undefined if this fault doesn't concern it.
 */
export type Fault = (
  request: WireRequest,
  forward: () => Promise<Answer>,
) => Promise<Answer | 'cut'> | Answer | 'cut' | undefined;

interface Rest {
  /** `http://127.0.0.1:1234`, where Discord is. */
  readonly target: string;
  readonly faults: ReadonlySet<Fault>;
  /** Changes what Discord says about its own addresses. */
  readonly translate: (text: string) => string;
  readonly record: (request: RecordedRequest) => void;
}

export function createRestProxy({ target, faults, translate, record }: Rest): RequestListener {
  const handle = async (incoming: IncomingMessage): Promise<Answer | 'cut'> => {
    const bytes = await readAll(incoming);
    const url = new URL(incoming.url ?? '/', target);
    const request: RecordedRequest = {
      status: 0,
      at: performance.now(),
      method: incoming.method ?? 'GET',
      path: url.pathname.replace(/^\/api(\/v\d+)?/, ''),
      ...(await parseBody(bytes, incoming.headers['content-type'] ?? '')),
    };
    record(request);
    const forward = async (): Promise<Answer> => {
      const { status, text } = await send(url, request.method, headersOf(incoming), bytes);
      return {
        status,
        ...(text !== '' && { json: JSON.parse(translate(text)) as unknown }),
      };
    };
    const answer = await firstFault(faults, request, forward);
    if (answer !== 'cut') request.status = answer.status;
    return answer;
  };

  const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
    try {
      const answer = await handle(incoming);
      if (answer === 'cut') response.destroy();
      else reply(response, answer);
    } catch (error) {
      // A mistake in a test: no status of Discord's.
      reply(response, { status: 599, json: { message: String(error) } });
    }
  };
  return (incoming, response) => void serve(incoming, response);
}

/** A 204 has no content-type: clients would parse its empty body. */
function reply(response: ServerResponse, { status, json, headers = {} }: Answer): void {
  const type = json === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

function firstFault(
  faults: ReadonlySet<Fault>,
  request: WireRequest,
  forward: () => Promise<Answer>,
): Promise<Answer | 'cut'> | Answer | 'cut' {
  for (const fault of faults) {
    const answer = fault(request, forward);
    if (answer !== undefined) return answer;
  }
  return forward();
}

// Connecting is what costs most when 300 requests come at once.
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** `fetch` would do, but takes several times as long, and tests measure how quick the bot is. */
function send(
  url: URL,
  method: string,
  headers: Record<string, string>,
  body: Buffer,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method, headers, agent }, (response) => {
      readAll(response).then(
        (bytes) => resolve({ status: response.statusCode ?? 0, text: bytes.toString() }),
        reject,
      );
    });
    outgoing.on('error', reject).end(body);
  });
}

const ownHeaders = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive'];

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || ownHeaders.includes(name) ? [] : [[name, String(value)]],
    ),
  );

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** JSON, or multipart with `payload_json` and `files[n]`. */
async function parseBody(
  bytes: Buffer,
  type: string,
): Promise<Pick<WireRequest, 'json' | 'files'>> {
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (!type.startsWith('multipart/form-data'))
    return { json: JSON.parse(bytes.toString()) as unknown, files: [] };
  const headers = { 'content-type': type };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData();
  const files: WireFile[] = [];
  for (const [field, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    files.push({ index, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  const payload = form.get('payload_json');
  return {
    json: typeof payload === 'string' ? (JSON.parse(payload) as unknown) : undefined,
    files,
  };
}
