import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Control } from './control/index.ts';
import type { createRest } from './wire/rest.ts';
import type { Server } from './server.ts';

interface Inside {
  readonly host: string;
  readonly server: Server;
  readonly rest: ReturnType<typeof createRest>;
  readonly control: Control;
}

/** Decides who gets in, and leads them to the API, the files, the gateway or the page. */
export function createEntrance({ host, server, rest, control }: Inside) {
  const hosts = [host, host.replace('127.0.0.1', 'localhost')];

  /**
   * A web page elsewhere may point its own name at this address (DNS rebinding): then `Host` is its name. Or it may
   * just send requests here: then `Origin` is its address.
   */
  const isFriend = ({ headers }: IncomingMessage): boolean =>
    hosts.includes(headers.host ?? '') &&
    (headers.origin === undefined || hosts.some((it) => headers.origin === `http://${it}`));

  const lead = async (request: IncomingMessage, response: ServerResponse) => {
    const base = `http://${host}`;
    if (!URL.canParse(request.url ?? '/', base)) return refuse(response, 400);
    const url = new URL(request.url ?? '/', base);
    if (url.pathname.startsWith('/api/')) return rest(request, response, url);
    if (/^\/(ephemeral-)?attachments\//.test(url.pathname)) return sendFile(server, response, url);
    return control.handle(request, response, url);
  };

  return {
    request(request: IncomingMessage, response: ServerResponse): void {
      if (!isFriend(request)) return refuse(response, 403);
      lead(request, response).catch((error: unknown) => {
        process.stderr.write(
          `playground: ${error instanceof Error ? error.stack : String(error)}\n`,
        );
        if (response.headersSent) response.destroy();
        else refuse(response, 500);
      });
    },
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      // Without a listener, a connection that breaks would end the process.
      socket.on('error', () => socket.destroy());
      if (isFriend(request) && request.url?.startsWith('/gateway'))
        server.gateway.accept(request, socket, head);
      else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    },
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(`${status}\n`);
}

/** Lets our page show pictures, but nothing in a file can run, whatever type it claims to have. */
async function sendFile({ attachments }: Server, response: ServerResponse, url: URL) {
  const [, , , id = ''] = url.pathname.split('/');
  const file = attachments.find(id, url.searchParams.get('hm') ?? '');
  if (!file) return refuse(response, 404);
  const { content_type: type = '', filename } = file.attachment;
  const isPicture = type === 'image/png' || type === 'image/gif';
  response
    .writeHead(200, {
      'content-type': isPicture ? type : 'application/octet-stream',
      'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(filename)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    .end(file.bytes);
}
