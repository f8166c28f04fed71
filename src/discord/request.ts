import { setTimeout as sleep } from 'node:timers/promises';
import {
  DefaultRestOptions,
  RESTJSONErrorCodes,
  type RESTOptions,
  type ResponseLike,
} from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/** Milliseconds before the second, third and fourth try; together less than Discord's 3 s. */
const pausesOfCallback = [200, 400, 800];
const pausesOfEdit = [500, 2_000, 6_000];

/**
 * Sends what people wait for, which is answers to interactions and changes of them, so that a short failure of Discord
 * or of the network loses none of it. discord.js tries a failed request four times in all, but at once, and not where
 * the connection was lost; and where Discord did take an answer though it said otherwise, discord.js gives up, because
 * the next try is refused as a repetition.
 */
export function createRequester(send: MakeRequest = DefaultRestOptions.makeRequest): MakeRequest {
  // discord.js hands the same headers to every try of one request.
  const failures = new WeakMap<object, number>();

  return async (url, init) => {
    const kind = kindOf(url, init);
    if (!kind) return send(url, init);
    const key: object = init.headers ?? init;
    const failed = failures.get(key) ?? 0;
    const fail = () => {
      failures.set(key, failed + 1);
      return sleep(kind.pauses[failed] ?? 0);
    };
    try {
      const response = await send(url, init);
      if (response.status >= 500) await fail();
      return failed > 0 ? readRetriedAck(response) : response;
    } catch (error) {
      await fail();
      throw kind.isRepeatable ? retryable(error) : error;
    }
  };
}

interface Kind {
  readonly pauses: readonly number[];
  /** False where a second try could say a thing twice. */
  readonly isRepeatable: boolean;
}

function kindOf(
  url: string,
  { method = 'GET', body }: Parameters<MakeRequest>[1],
): Kind | undefined {
  const { pathname } = new URL(url);
  if (pathname.endsWith('/callback')) return { pauses: pausesOfCallback, isRepeatable: true };
  if (/\/webhooks\/|\/channels\/\d+\/messages/.test(pathname))
    return { pauses: pausesOfEdit, isRepeatable: method !== 'POST' || comesOnce(body) };
  return undefined;
}

/** Discord itself keeps a message with the same nonce from coming twice. */
const comesOnce = (body: unknown): boolean =>
  typeof body === 'string' && body.includes('"enforce_nonce":true');

/** "Already acknowledged", after a try of our own that failed: it had arrived. Nobody else answers our interactions. */
async function readRetriedAck(response: ResponseLike): Promise<ResponseLike> {
  if (response.status !== 400) return response;
  const body: unknown = await response.json();
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
    ? new Response(null, { status: 204 })
    : new Response(JSON.stringify(body), response);
}

/** discord.js tries again after this error, and no other. */
const retryable = (error: unknown): unknown =>
  error instanceof Error && error.name !== 'AbortError'
    ? Object.assign(error, { code: 'ECONNRESET' })
    : error;
