import { Routes, type REST, type RESTOptions } from 'discord.js';
import type { InBackground, Pause } from './pause.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** Discord refused the bot's token for a request, twice. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly status = 401;
  constructor() {
    super("Discord refused the bot's token (401).");
  }
}

const pauseBeforeSecondTry = 200;

/**
 * Sends a request once more if its token is refused: a proxy or Discord itself may be wrong once. discord.js would drop
 * the token at the first 401, and could send nothing with it from then on; so it never gets to see one. `refused` hears of
 * the second 401, which rejects with `TokenRefused`.
 */
export const keepToken =
  (send: MakeRequest, pause: Pause, refused: () => void): MakeRequest =>
  async (url, init) => {
    const first = await send(url, init);
    if (first.status !== 401 || !isSigned(init.headers)) return first;
    // An answer that nobody reads would hold its connection.
    await first.arrayBuffer();
    await pause(pauseBeforeSecondTry);
    const second = await send(url, init);
    if (second.status !== 401) return second;
    await second.arrayBuffer();
    refused();
    throw new TokenRefused();
  };

/** True if the token goes along. The answer to an interaction goes without it. */
const isSigned = (headers: unknown): boolean =>
  typeof headers === 'object' && headers !== null && 'Authorization' in headers;

export interface TokenWatch {
  /** Starts to ask Discord whether it still knows the token. */
  doubt(): void;
  /** False while Discord is asked, and from then on if it does not know the token. */
  isTrusted(): boolean;
  /** Resolves once Discord has said so often enough that it does not know the token. */
  readonly lost: Promise<void>;
}

/** Between two questions, in milliseconds. The last one comes again and again while Discord can't be asked. */
const pauses = [1_000, 5_000, 15_000];

/** Decides what a refused token means: one request that went wrong, or a token that is not valid any more. */
export function watchToken(rest: REST, { log, pause, leaving }: InBackground): TokenWatch {
  let doubts = false;
  let lose = () => {};
  const lost = new Promise<void>((resolve) => (lose = resolve));

  async function decide(): Promise<void> {
    for (let refusals = 0, asked = 0; refusals < pauses.length; asked += 1) {
      await pause(pauses[Math.min(asked, pauses.length - 1)] ?? 0);
      if (leaving.aborted) return;
      const known = await isKnown(rest);
      if (known === 'yes') {
        doubts = false;
        return log.info('Discord knows the token: only that one request was refused.');
      }
      if (known === 'no') refusals += 1;
    }
    lose();
  }

  return {
    doubt() {
      if (doubts) return;
      doubts = true;
      log.warn("Discord refused the bot's token for a request (401); it is asked about the token.");
      void decide();
    },
    isTrusted: () => !doubts,
    lost,
  };
}

async function isKnown(rest: REST): Promise<'yes' | 'no' | 'unknown'> {
  try {
    await rest.get(Routes.user());
    return 'yes';
  } catch (error) {
    return error instanceof TokenRefused ? 'no' : 'unknown';
  }
}
