import { startApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import type { Log } from '../../src/log.ts';
import { startPlayground, type By } from '@seedling/playground';
import { summarise, time, type Timing } from './timing.ts';

/** The whole bot in the playground, with its child processes: from the command to the message that carries the chart. */
export interface PostedEntry extends Timing {
  readonly what: 'posted';
  readonly command: string;
  /** How many people give the command at the same time; the time is that until the last has a chart. */
  readonly atOnce: number;
}

type People = readonly NonNullable<By['user']>[];
type Options = Readonly<Record<string, string | number>>;

const cause = 'initial-weights';
/** At the defaults and with `runs` runs, by one person and by two; in turn, after a round that warms the children up. */
export async function measurePosted(
  runs: number,
  rounds: number,
  tell: (line: string) => void,
): Promise<PostedEntry[]> {
  const kinds = [{ cause }, { cause, runs }].flatMap(
    (options): { options: Options; people: People }[] => [
      { options, people: ['ada'] },
      { options, people: ['ada', 'ben'] },
    ],
  );
  const bot = await startBot({ info() {}, warn: tell, error: tell });
  try {
    const times = kinds.map((): number[] => []);
    for (let round = -1; round < rounds; round++)
      for (const [i, { options, people }] of kinds.entries()) {
        const milliseconds = await time(() =>
          Promise.all(people.map((user) => bot.post(options, user))),
        );
        if (round >= 0) times[i]?.push(milliseconds);
      }
    return kinds.map(({ options, people }, i) => ({
      what: 'posted',
      command: ['/demo', ...Object.entries(options).map((pair) => pair.join(':'))].join(' '),
      atOnce: people.length,
      ...summarise(times[i] ?? []),
    }));
  } finally {
    await bot.close();
  }
}

export async function startBot(log: Log) {
  const playground = await startPlayground();
  const { token, apiUrl, driver } = playground;
  const loaded = loadConfig({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl });
  const started = loaded.ok ? await startApp(loaded.config, log, { warm: true }) : loaded;
  if (!started.ok) throw new Error(started.problems.join(' '));
  const { app } = started;
  return {
    async post(options: Options, user: People[number]): Promise<void> {
      const { acknowledgement } = await driver.runCommand('demo', options, { user });
      const isPosted = ({ id, attachments }: { id: string; attachments: readonly unknown[] }) =>
        id === acknowledgement?.messageId && attachments.length > 0;
      await driver.waitFor((messages) => messages.find(isPosted), { user, withinMs: 60_000 });
    },
    async ask(question: string): Promise<void> {
      const { acknowledgement } = await driver.runCommand('ask', { question });
      await driver.waitFor(
        (messages) => messages.find(({ id }) => id === acknowledgement?.messageId),
        {
          withinMs: 60_000,
        },
      );
    },
    async close() {
      await app.close();
      await playground.close();
    },
  };
}
