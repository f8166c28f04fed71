import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { discordFiles } from './attachments/index.ts';
import {
  environmentOfChildren,
  readEnvironment,
  toAddress,
  wrongAddress,
  type Address,
  type Environment,
} from './environment.ts';
import { projectRoot } from './root.ts';
import { misspelt } from './unknown-settings.ts';

/** Every setting, checked. `.env.example` explains them to people. */
export interface Config {
  /** Without it the bot lives in the playground. */
  readonly discordToken: string | undefined;
  /** The server in which the commands are registered; if undefined, they are registered everywhere. */
  readonly discordGuildId: string | undefined;
  /** Of how many shards this process serves which; if undefined, all of as many as Discord asks for. */
  readonly shards: ShardRange | undefined;
  /** Replaces the base address of Discord's API; it has no slash at its end. */
  readonly discordApiUrl: string | undefined;
  /** The only host from which files are read that people send. */
  readonly discordFilesUrl: string;
  /** The QuickChart server that draws the charts; if undefined, we draw them ourselves. */
  readonly quickChartUrl: string | undefined;
  readonly lstmEngine: 'auto' | 'kernel' | 'tfjs' | 'tfjs-node';
  readonly playgroundPort: number;
  /** How many demos run at the same time. */
  readonly demoWorkers: number;
  /** How many demos may wait: of all, of one person, of one server. */
  readonly demoQueue: number;
  readonly demoQueuePerUser: number;
  readonly demoQueuePerServer: number;
  readonly demoDeadlineSeconds: number;
  /** Where workers on other machines take demos from; if undefined, demos run in this process's children. */
  readonly redisUrl: string | undefined;
  /** Where misses are counted: `:memory:`, a file, or a libSQL server with its token. */
  readonly missesDatabaseUrl: string;
  readonly missesDatabaseToken: string | undefined;
  readonly logLevel: (typeof logLevels)[number];
  /** `auto` is `text` in a terminal, else `json`. */
  readonly logFormat: 'auto' | 'text' | 'json';
  /** The address that serves health and metrics; none if undefined. */
  readonly metricsAddress: Address | undefined;
}

/** From the first to the last, counted from 0, of so many. */
interface ShardRange {
  readonly first: number;
  readonly last: number;
  readonly of: number;
}

export type LoadedConfig =
  | { readonly ok: true; readonly config: Config }
  /** One line each. A line names the setting but not its value, which may be a secret in the wrong place. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads and checks the settings in `env`; without `env`, those of the process and of the file `.env`. */
export function loadConfig(env?: Environment): LoadedConfig {
  if (env) return check(env);
  const read = readEnvironment();
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const problems = misspelt(read.inFile, Object.keys(settings.shape));
  return problems.length > 0 ? { ok: false, problems } : check(read.env);
}

function check(env: Environment): LoadedConfig {
  // `NAME=` without a value counts as not set.
  const set = Object.entries(env).filter(([, value]) => value?.trim());
  const { success, data, error } = together.safeParse(Object.fromEntries(set));
  if (success) return { ok: true, config: toConfig(data) };
  return {
    ok: false,
    problems: error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
  };
}

const missesFile = `file:${join(projectRoot, 'data', 'misses.db')}`;

const wholeNumber = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
};

const webAddress = (example: string) =>
  z
    .string()
    .trim()
    .refine(isWebAddress, `must be an http or https address, such as ${example}`)
    .transform((text) => text.replace(/\/+$/, ''));

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

const shardRange = z
  .string()
  .trim()
  .transform((text): ShardRange => {
    const [, first, last, of] = /^(\d{1,5})-(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
    return { first: Number(first), last: Number(last), of: Number(of) };
  })
  .refine(
    ({ first, last, of }) => first <= last && last < of,
    'must be a range of shards and how many there are, such as 0-9/40; they are counted from 0, so the last of 40 is 39.',
  );

const isPlain = (text: string): boolean => {
  if (!URL.canParse(text)) return true;
  const { username, password, search, hash } = new URL(text);
  return username + password + search + hash === '';
};

/** All that the bot uses: see `Log`. */
const logLevels = ['info', 'warn', 'error'] as const;

const settings = z.object({
  DISCORD_TOKEN: z
    .string()
    .trim()
    .regex(
      /^[\w-]{8,}\.[\w-]{4,}\.[\w-]{16,}$/,
      'is not a bot token, which has three parts joined by dots: copy it from the page "Bot" of your application at https://discord.com/developers/applications, or leave it empty for the playground.',
    )
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .trim()
    .regex(
      /^\d{17,20}$/,
      'must be the id of a server, 17 to 20 digits: in Discord turn on "Developer Mode", right-click the server and choose "Copy Server ID".',
    )
    .optional(),
  SHARDS: shardRange.optional(),
  DISCORD_API_URL: webAddress('https://discord.com/api').optional(),
  DISCORD_FILES_URL: webAddress(discordFiles).default(discordFiles),
  QUICKCHART_URL: webAddress('https://quickchart.io')
    .refine(
      isPlain,
      'must hold neither a name and password nor a query: write it as https://quickchart.io',
    )
    .optional(),
  LSTM_ENGINE: z
    .enum(['auto', 'kernel', 'tfjs', 'tfjs-node'], 'must be auto, kernel, tfjs or tfjs-node.')
    .default('auto'),
  PLAYGROUND_PORT: wholeNumber(0, 65_535).default(4747),
  DEMO_WORKERS: wholeNumber(1, 64).default(Math.min(availableParallelism(), 4)),
  DEMO_QUEUE: wholeNumber(0, 1000).default(300),
  DEMO_QUEUE_PER_USER: wholeNumber(1, 1000).default(2),
  DEMO_QUEUE_PER_SERVER: wholeNumber(1, 1000).default(6),
  DEMO_DEADLINE_SECONDS: wholeNumber(1, 600).default(120),
  REDIS_URL: z
    .string()
    .trim()
    .refine(
      (text) => URL.canParse(text) && ['redis:', 'rediss:'].includes(new URL(text).protocol),
      'must be the address of a Redis, such as redis://localhost:6379',
    )
    .optional(),
  MISSES_DATABASE_URL: z
    .string()
    .trim()
    .regex(
      /^(:memory:|file:.+|(libsql|https?|wss?):\/\/.+)$/,
      'must be :memory:, a file such as file:data/misses.db, or the address of a libSQL server, such as libsql://example.com',
    )
    .optional(),
  MISSES_DATABASE_TOKEN: z.string().trim().optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}.`).default('info'),
  LOG_FORMAT: z.enum(['auto', 'text', 'json'], 'must be auto, text or json.').default('auto'),
  METRICS_ADDRESS: z
    .string()
    .trim()
    .transform(toAddress)
    .refine((address) => address !== undefined, wrongAddress)
    .optional(),
});

/** What one setting asks of another. */
const together = settings.refine(
  ({ SHARDS, MISSES_DATABASE_URL: url = missesFile }) => !SHARDS || !url.startsWith('file:'),
  {
    path: ['MISSES_DATABASE_URL'],
    message:
      'must be the address of a libSQL server where SHARDS is set, because the processes share one database.',
  },
);

const toConfig = (set: z.infer<typeof settings>): Config => ({
  discordToken: set.DISCORD_TOKEN,
  discordGuildId: set.DISCORD_GUILD_ID,
  shards: set.SHARDS,
  discordApiUrl: set.DISCORD_API_URL,
  discordFilesUrl: set.DISCORD_FILES_URL,
  quickChartUrl: set.QUICKCHART_URL,
  lstmEngine: set.LSTM_ENGINE,
  playgroundPort: set.PLAYGROUND_PORT,
  demoWorkers: set.DEMO_WORKERS,
  demoQueue: set.DEMO_QUEUE,
  demoQueuePerUser: set.DEMO_QUEUE_PER_USER,
  demoQueuePerServer: set.DEMO_QUEUE_PER_SERVER,
  demoDeadlineSeconds: set.DEMO_DEADLINE_SECONDS,
  redisUrl: set.REDIS_URL,
  // In the playground people only try things out, so nothing is kept.
  missesDatabaseUrl: set.MISSES_DATABASE_URL ?? (set.DISCORD_TOKEN ? missesFile : ':memory:'),
  missesDatabaseToken: set.MISSES_DATABASE_TOKEN,
  logLevel: set.LOG_LEVEL,
  logFormat: set.LOG_FORMAT,
  metricsAddress: set.METRICS_ADDRESS,
});

/** What the settings say of jobs: the same for a bot and for a worker. */
export const jobsOptions = (config: Config) => ({
  workers: config.demoWorkers,
  maxWaiting: config.demoQueue,
  maxWaitingPerUser: config.demoQueuePerUser,
  maxWaitingPerServer: config.demoQueuePerServer,
  deadlineSeconds: config.demoDeadlineSeconds,
  engine: config.lstmEngine,
  env: environmentOfChildren(),
  quickChartUrl: config.quickChartUrl,
  redisUrl: config.redisUrl,
});

/** Does for all processes of the bot what has to be done once. */
export const servesFirstShard = ({ shards }: Pick<Config, 'shards'>): boolean =>
  shards === undefined || shards.first === 0;
