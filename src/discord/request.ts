import {
  DefaultRestOptions,
  RESTJSONErrorCodes,
  type RESTOptions,
  type ResponseLike,
} from 'discord.js';
import { pauseFor, type Pause } from './pause.ts';
import { keepToken, TokenRefused } from './token.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** Pauses in milliseconds before the second, third and fourth try. Together they are shorter than Discord's 3 s. */
const pausesOfCallback = [200, 400, 800];
const pausesOfEdit = [500, 2_000, 6_000];

/**
 * Sends requests so that a short failure of Discord or of the network loses no answer to an interaction, and no edit of
 * one. discord.js alone is not enough: it tries a failed request four times, but without a pause, and it does not try
 * again after a lost connection. Discord may also accept an answer and still report a failure; it then refuses the next
 * try as a repetition, and discord.js gives up. `refused` hears when the token is refused: see token.ts.
 */
export function createRequester(refused: () => void, pause: Pause = pauseFor): MakeRequest {
  const send = keepToken(DefaultRestOptions.makeRequest, pause, refused);
  // discord.js hands the same headers to every try of one request.
  const failures = new WeakMap<object, number>();

  return async (url, init) => {
    const kind = kindOf(url, init);
    if (!kind) return send(url, init);
    const key: object = init.headers ?? init;
    const failed = failures.get(key) ?? 0;
    const fail = () => {
      failures.set(key, failed + 1);
      return pause(kind.pauses[failed] ?? 0);
    };
    try {
      const response = await send(url, init);
      if (response.status >= 500) await fail();
      return failed > 0 ? readRetriedAck(response) : response;
    } catch (error) {
      if (error instanceof TokenRefused) throw error;
      await fail();
      throw kind.isRepeatable ? retryable(error) : error;
    }
  };
}

interface Kind {
  readonly pauses: readonly number[];
  /** False if a second try could post the same message twice. */
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

/** With `enforce_nonce`, Discord itself drops a second message with the same nonce. */
const comesOnce = (body: unknown): boolean =>
  typeof body === 'string' && body.includes('"enforce_nonce":true');

/**
 * Turns "already acknowledged" into success, for a request that we tried before: the earlier try did arrive, since
 * nobody else answers our interactions.
 */
async function readRetriedAck(response: ResponseLike): Promise<ResponseLike> {
  if (response.status !== 400) return response;
  const body: unknown = await response.json();
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
    ? new Response(null, { status: 204 })
    : new Response(JSON.stringify(body), response);
}

/** Gives a lost connection the only error code after which discord.js tries again. */
const retryable = (error: unknown): unknown =>
  error instanceof Error && error.name !== 'AbortError'
    ? Object.assign(error, { code: 'ECONNRESET' })
    : error;
