import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayProxy } from './gateway.ts';
import { createRestProxy, type Fault, type RecordedRequest } from './rest.ts';

export type { Answer, Fault, RecordedRequest } from './rest.ts';

interface Settings {
  /** Where Discord is: `http://127.0.0.1:1234/api`. */
  readonly apiUrl: string;
  readonly record: (request: RecordedRequest) => void;
  readonly heartbeatMs?: number | undefined;
}

/** A wire between the bot and Discord that can be looked at, and broken. */
export async function startProxy({ apiUrl, record, heartbeatMs }: Settings) {
  const faults = new Set<Fault>();
  const http = createServer();
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const own = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const { host, origin } = new URL(apiUrl);
  const target = `ws://${host}/gateway`;
  // Discord tells where its gateway is; the bot has to come to us instead.
  const translate = (text: string) => text.replaceAll(target, `ws://${own}/gateway`);
  const gateway = createGatewayProxy({ target, translate, heartbeatMs });
  http.on('request', createRestProxy({ target: origin, faults, translate, record }));
  http.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));

  return {
    apiUrl: `http://${own}/api`,
    gateway: gateway.faults,
    /** Breaks requests until the returned function is called. */
    breakRequests: (fault: Fault): (() => void) => {
      faults.add(fault);
      return () => faults.delete(fault);
    },
    async close() {
      gateway.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
