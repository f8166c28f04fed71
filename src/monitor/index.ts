import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Meter } from '../meter.ts';
import { createMetrics, type Looks, type State } from './metrics.ts';

export type { State } from './metrics.ts';

export interface Monitor {
  readonly meter: Meter;
  /** The address in use: if port 0 was asked for, this has the port that was chosen. */
  readonly address: Address;
  close(): Promise<void>;
}

interface Address {
  readonly host: string;
  readonly port: number;
}

/** Serves health and metrics, which say nothing about people. Rejects if the address can't be used. */
export async function startMonitor(address: Address, looks: Looks): Promise<Monitor> {
  const { registry, meter, lookEverywhere } = createMetrics(looks);

  const answer = async ({ method, url }: IncomingMessage, response: ServerResponse) => {
    const isGet = method === 'GET' || method === 'HEAD';
    const path = isGet ? url?.replace(/\?.*$/, '') : undefined;
    if (path === '/healthz') {
      const state = looks.state();
      const status = statusOf(state);
      const isHealthy = status === 'ok';
      const body = { status, ...aboutDiscord(state), demos: state.demos.works };
      send(response, isHealthy ? 200 : 503, 'application/json', JSON.stringify(body));
    } else if (path === '/metrics') {
      await lookEverywhere();
      send(response, 200, registry.contentType, await registry.metrics());
    } else send(response, isGet ? 404 : 405, 'text/plain', 'GET /healthz or /metrics\n');
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await listen(server, address);
  return {
    meter,
    address: { ...address, port: (server.address() as AddressInfo).port },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function statusOf({ discord, demos }: State): 'ok' | 'starting' | 'unhealthy' {
  if ((discord?.gateway ?? true) && demos.works) return 'ok';
  return (discord?.shards.started ?? true) ? 'unhealthy' : 'starting';
}

function aboutDiscord({ discord }: State) {
  if (!discord) return {};
  const { ready, of } = discord.shards;
  return { gateway: discord.gateway, shards: { ready, of } };
}

const send = (response: ServerResponse, status: number, type: string, body: string): void =>
  void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);

const listen = (server: Server, { host, port }: Address): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
