import { randomBytes } from 'node:crypto';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createControl } from './control/index.ts';
import { applicationId } from './wire/place.ts';
import { createRest } from './wire/rest.ts';
import { createDriver, type Driver } from './driver.ts';
import { createEntrance } from './entrance.ts';
import { createServer, type Server, type ServerSettings } from './server.ts';

export interface PlaygroundSettings extends ServerSettings {
  /** The port to listen on; if it is in use, the next free one. 0: any free port. */
  readonly port?: number;
}

export interface Playground {
  /** For the bot: log in with `token` at `apiUrl`. */
  readonly apiUrl: string;
  readonly token: string;
  /** The host of the files that people send. */
  readonly attachmentsUrl: string;
  readonly applicationId: string;
  /** For a person. The address contains the session's secret: everybody who has it can act in the channel. */
  readonly pageUrl: string;
  /** For tests. */
  readonly driver: Driver;
  /** For tests of faults. */
  readonly gateway: Pick<Server['gateway'], 'drop' | 'end' | 'requestReconnect' | 'invalidate'>;
  close(): Promise<void>;
}

const portsToTry = 20;

/** Discord's REST and gateway on this machine only, and a page that looks like one of its channels. */
export async function startPlayground(settings: PlaygroundSettings = {}): Promise<Playground> {
  const http = createHttpServer();
  const host = `127.0.0.1:${await listen(http, settings.port ?? 0)}`;
  const server = createServer(host, settings);
  const secret = randomBytes(32).toString('base64url');
  const control = createControl(server, secret);
  const rest = createRest(server);
  const entrance = createEntrance({ host, server, rest, control });
  http.on('request', (request, response) => entrance.request(request, response));
  http.on('upgrade', (request, socket, head) => entrance.upgrade(request, socket, head));

  return {
    apiUrl: `http://${host}/api`,
    attachmentsUrl: `http://${host}`,
    // The fragment stays in the browser: it is in no request line and in no Referer.
    pageUrl: `http://${host}/#${secret}`,
    token: server.token,
    applicationId,
    driver: createDriver(server),
    gateway: server.gateway,
    async close() {
      control.close();
      await server.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

async function listen(http: HttpServer, wished: number): Promise<number> {
  for (let port = wished; ; port += 1) {
    try {
      return await listenAt(http, port);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || port >= Math.min(wished + portsToTry, 65_535)) throw error;
    }
  }
}

function listenAt(http: HttpServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', () => {
      http.off('error', reject);
      const address = http.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}
