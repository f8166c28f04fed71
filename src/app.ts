import { createServices, tidyLessons, type Services } from '../commands/index.ts';
import { openAttachments } from './attachments/index.ts';
import { findHome, type Home } from './home.ts';
import { jobsOptions, servesFirstShard, type Config } from './config.ts';
import { startClient, type Bot, type ClientSettings } from './discord/index.ts';
import { createExaminer, openJobs, type Examiner, type Jobs, type Timing } from './jobs/index.ts';
import type { Address } from './environment.ts';
import { openPictures } from './diagrams/index.ts';
import { openLibrary } from './library/index.ts';
import type { Log } from './log.ts';
import { noMeter, type Meter } from './meter.ts';
import { openDatabase, type Database } from './database/index.ts';
import { lessonsSchema, openLessons } from './lessons/index.ts';
import { missesSchema, openMisses } from './misses/index.ts';
import { openSettings, settingsSchema } from './settings/index.ts';
import type { Processes } from './processes/index.ts';
import { joinProcesses } from './join-processes.ts';
import type { Monitor } from './monitor/index.ts';
import { machineClock, type Clock } from './clock.ts';
import { checkSelf } from './self-check.ts';
import { useTerms } from './words/index.ts';
import { listenProblem, messageOf } from './errors.ts';

export type StartedApp = { readonly ok: true; readonly app: App } | Failed;

/** One clear line each. */
interface Failed {
  readonly ok: false;
  readonly problems: readonly string[];
  /** Discord has counted a session for this start. */
  readonly afterSession?: boolean;
}

export interface App {
  /** Where to find the bot: the address of the playground's page, or its name on Discord. */
  readonly where: string;
  /** The address that serves health and metrics, if there is one. */
  readonly metrics: Address | undefined;
  /** Resolves if Discord ends the connection for good. */
  readonly ended: Bot['ended'];
  /** Logs, one line each, whether what the bot needs is there. */
  check(): Promise<void>;
  /** Reads the content again; the bot goes on answering meanwhile. If it is broken, it is logged and the old content stays. */
  reload(): Promise<void>;
  /** Stops everything, tells the people who wait, and disconnects. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** Starts the child processes before the first demo needs them. */
  readonly warm?: boolean;
  readonly contentFolder?: string;
  /** What comes between two tries of a request that Discord did not take. */
  readonly pause?: ClientSettings['pause'];
  readonly clock?: Clock;
  /** Aborts when the start is to be given up. */
  readonly leaving?: AbortSignal;
  /** How quickly lost machines are noticed. */
  readonly timing?: Timing;
  /** How long one check of what people send may take; 3 s by default. */
  readonly examineSeconds?: number;
}

const minute = 60_000;

/** Puts the rooms together: pages, answers, child processes, and the connection to Discord. */
export async function startApp(
  config: Config,
  log: Log,
  {
    warm = false,
    contentFolder,
    pause,
    examineSeconds,
    timing,
    clock = machineClock,
    leaving: asked,
  }: StartOptions = {},
): Promise<StartedApp> {
  if (!config.discordToken && (config.discordApiUrl || config.discordGuildId || config.shards))
    return { ok: false, problems: [missingToken] };
  const parts: Parts = {};
  const fail = async (problems: readonly string[], afterSession = false): Promise<Failed> => {
    await close(parts);
    return { ok: false, problems, ...(afterSession && { afterSession }) };
  };

  const monitored = await monitorOf(config, parts);
  if (!monitored.ok) return fail(monitored.problems);
  const { meter } = monitored;
  const closing = new AbortController();
  parts.closing = closing;
  const leaving = AbortSignal.any([closing.signal, ...(asked ? [asked] : [])]);
  const read = () => readRooms(contentFolder, meter, leaving);
  const library = await read();
  if (!library.ok) return fail(library.problems);
  const jobs = await openJobs({
    ...jobsOptions(config),
    ...(warm && { warm: config.demoWorkers }),
    ...(timing && { timing }),
    log,
    meter,
  });
  parts.jobs = jobs;
  const database = openDatabase({
    url: config.missesDatabaseUrl,
    token: config.missesDatabaseToken,
    schema: [...missesSchema, ...lessonsSchema, ...settingsSchema],
    log,
  });
  parts.database = database;
  const rooms = {
    misses: openMisses(database, clock.now),
    lessons: openLessons(database),
    settings: openSettings(database),
  };
  const found = await findHome(config, log);
  if (!found.ok) return fail([found.problem]);
  const { home } = found;
  parts.home = home;
  const examiner = createExaminer({
    log,
    ...(examineSeconds && { deadlineSeconds: examineSeconds }),
  });
  parts.examiner = examiner;
  const attachments = openAttachments({ host: home.filesUrl });
  const pictures = await openPictures();
  const services = createServices(
    { ...library.rooms, ...rooms, attachments, examiner, pictures, jobs, log },
    clock.now,
  );
  const processes = await joinProcesses(config, services, log);
  if (processes) parts.processes = processes;
  const mayBegin = processes?.mayBegin;
  const discord = { ...home.settings, pause, leaving, mayBegin };
  const started = await startClient(discord, services, log, meter);
  if (!started.ok) return fail([started.problem], started.afterSession);
  parts.bot = started.bot;
  if (config.discordToken) log.info(`Invite the bot to a server: ${started.bot.invite}`);
  const tidy = () => tidyLessons(services);
  if (servesFirstShard(config)) {
    parts.stopTidying = clock.every(minute, tidy);
    await tidy();
  }

  let reloaded = Promise.resolve();
  const app: App = {
    where: home.pageUrl ?? `Discord, as ${started.bot.name}`,
    metrics: parts.monitor?.address,
    ended: started.bot.ended,
    check: () => checkSelf(config, services, jobs, log, leaving),
    // Reloads run one after the other, so that the one requested last also wins.
    reload: () => (reloaded = reloaded.then(readAgain)),
    close: () => close(parts),
  };
  return { ok: true, app };

  async function readAgain(): Promise<void> {
    const fresh = await read();
    if (leaving.aborted) return;
    // Work in progress keeps the pages it began with.
    if (fresh.ok) Object.assign(services, fresh.rooms);
    for (const problem of fresh.ok ? [] : fresh.problems) log.error(problem);
    if (fresh.ok) log.info('The content is read again.');
    else log.error('The content is as it was: what was read again is broken.');
  }
}

const missingToken =
  'DISCORD_TOKEN is missing, and DISCORD_API_URL, DISCORD_GUILD_ID and SHARDS need it. Set it, or leave all four empty for the playground.';

interface Parts {
  stopTidying?: () => void;
  closing?: AbortController;
  monitor?: Monitor;
  jobs?: Jobs;
  examiner?: Examiner;
  processes?: Processes;
  bot?: Bot;
  home?: Home;
  database?: Database;
}

/** Closes the jobs first: the people who wait are told so while the connection still exists. */
async function close({
  closing,
  stopTidying,
  jobs,
  examiner,
  bot,
  processes,
  home,
  database,
  monitor,
}: Parts): Promise<void> {
  closing?.abort();
  stopTidying?.();
  await jobs?.close();
  await examiner?.close();
  await bot?.close();
  processes?.close();
  await home?.close();
  await database?.close();
  await monitor?.close();
}

type Library =
  { readonly ok: true; readonly rooms: Pick<Services, 'content' | 'answer' | 'listener'> } | Failed;

/** Reads the content, and puts its terms for traditional Chinese into use. */
async function readRooms(
  folder: string | undefined,
  meter: Meter,
  signal: AbortSignal,
): Promise<Library> {
  try {
    const opened = await openLibrary({ ...(folder !== undefined && { folder }), signal });
    if (!opened.ok) return opened;
    const { content, answer: answerer, listener, traditional } = opened.library;
    useTerms(content.terms, traditional);
    const answer: Services['answer'] = (question) => {
      const found = answerer(question);
      meter.answered(found.verdict);
      return found;
    };
    return { ok: true, rooms: { content, answer, listener } };
  } catch (error) {
    return { ok: false, problems: [`content/ can't be read: ${messageOf(error)}`] };
  }
}

async function monitorOf(
  { metricsAddress: address, redisUrl }: Config,
  parts: Parts,
): Promise<{ readonly ok: true; readonly meter: Meter } | Failed> {
  if (!address) return { ok: true, meter: noMeter };
  const state = () => ({
    discord: {
      gateway: parts.bot?.isConnected() ?? false,
      shards: parts.bot?.shards() ?? { ready: 0, of: 0, started: false },
    },
    demos: parts.jobs?.state() ?? { running: 0, waiting: 0, works: false },
  });
  const everywhere = () => Promise.resolve(parts.jobs?.look());
  try {
    // Loaded where it is wanted, as the playground is.
    const { startMonitor } = await import('./monitor/index.ts');
    parts.monitor = await startMonitor(address, { state, ...(redisUrl && { everywhere }) });
    return { ok: true, meter: parts.monitor.meter };
  } catch (error) {
    return { ok: false, problems: [listenProblem('METRICS_ADDRESS', address.port, error)] };
  }
}
