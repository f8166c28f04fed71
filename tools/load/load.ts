import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord, type Discord } from '../../tests/wire/discord.ts';
import { startProcess } from '../../tests/wire/process.ts';
import type { RecordedRequest } from '../../tests/wire/proxy/index.ts';
import { run } from './crowd.ts';
import { tell, type Story } from './story.ts';

export interface LoadSettings {
  readonly demos: number;
  readonly users: number;
  readonly servers: number;
  readonly workers: number;
  readonly options: Readonly<Record<string, string | number>>;
  /** The pause between two questions that somebody asks meanwhile. */
  readonly askEveryMs: number;
  /** How long Discord waits for an acknowledgement; its own 3 s if undefined. */
  readonly acknowledgeWithinMs?: number;
  /** Other settings of the bot. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long all may take; a minute and a half if undefined. */
  readonly withinMs?: number;
}

export interface Load {
  /** In the order of the commands. */
  readonly stories: readonly Story[];
  /** Results that came after the interaction was over for Discord, as messages of the bot: no story tells of these. */
  readonly posted: number;
  /** The bot's own processor time until all were acknowledged, in milliseconds: other work on the machine isn't in it. */
  readonly workMs: number;
  /** When the commands were sent, as `performance.now()` counts. */
  readonly since: number;
  /** Acknowledgements of the questions asked meanwhile, in milliseconds. */
  readonly asks: readonly number[];
  /** What the bot wrote. */
  readonly log: string;
}

/** Everybody wants demos at the same moment, of a bot that is a process of its own. */
export async function load(settings: LoadSettings): Promise<Load> {
  const { acknowledgeWithinMs = 3_000, withinMs = 90_000, env = {} } = settings;
  const discord = await startDiscord({ acknowledgeWithinMs });
  const bot = await startProcess(
    discord,
    { DEMO_WORKERS: String(settings.workers), ...env },
    { withProbe: true },
  );
  try {
    // By now its children have started, and its code is warm.
    const { workers } = settings;
    await storiesOf(discord, await want(discord, { ...settings, demos: workers }), 60_000);
    await ask(discord);
    const isOver = new AbortController();
    const asks = askMeanwhile(discord, settings.askEveryMs, isOver.signal);
    const before = await bot.work();
    const since = performance.now();
    const wanted = await want(discord, settings);
    const workMs = (await bot.work()) - before;
    const stories = await storiesOf(discord, wanted, withinMs);
    isOver.abort();
    const posted = postedIn(discord);
    return { stories, posted, workMs, since, asks: await asks, log: bot.output() };
  } finally {
    await bot.leave();
    await discord.close();
  }
}

/** Sends the commands at once; resolves when each is acknowledged or too late. */
function want({ driver }: Discord, { demos, users, servers, options }: LoadSettings) {
  return Promise.all(
    Array.from({ length: demos }, async (_, at) => {
      const user = at % users;
      const member = { user, server: user % servers };
      return { member, interaction: await run(driver, member, 'demo', options) };
    }),
  );
}

/** Waits until each has an end. */
async function storiesOf(
  discord: Discord,
  wanted: Awaited<ReturnType<typeof want>>,
  withinMs: number,
) {
  const until = performance.now() + withinMs;
  for (;;) {
    const byToken = groupByToken(discord.requests);
    const stories = wanted.map(({ member, interaction }) =>
      tell(member, interaction, byToken.get(interaction.token) ?? []),
    );
    const open = stories.filter(({ end }) => end === 'nothing').length;
    if (open <= postedIn(discord) || performance.now() > until) return stories;
    await sleep(250);
  }
}

const postedIn = ({ requests }: Discord): number =>
  requests.filter(({ path, files }) => path.startsWith('/channels/') && files.length > 0).length;

/** `/interactions/:id/:token/callback` and `/webhooks/:application/:token/...`. */
function groupByToken(requests: readonly RecordedRequest[]) {
  const groups = new Map<string, RecordedRequest[]>();
  for (const request of requests) {
    const token = request.path.split('/')[3] ?? '';
    const group = groups.get(token);
    if (group) group.push(request);
    else groups.set(token, [request]);
  }
  return groups;
}

const question = 'Why does my LSTM give different results every time?';

async function ask({ driver }: Discord): Promise<number> {
  const { acknowledgement } = await run(driver, { user: 9_000, server: 9_000 }, 'ask', {
    question,
  });
  return acknowledgement?.afterMs ?? Number.POSITIVE_INFINITY;
}

async function askMeanwhile(discord: Discord, everyMs: number, isOver: AbortSignal) {
  const asks: number[] = [];
  while (!isOver.aborted) {
    asks.push(await ask(discord));
    await sleep(everyMs);
  }
  return asks;
}
