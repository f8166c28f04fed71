import type { Services } from '../commands/index.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Processes } from './processes/index.ts';

/** Joins the other processes of the bot, if there is a Redis over which they can talk. */
export async function joinProcesses(
  { redisUrl }: Config,
  services: Services,
  log: Log,
): Promise<Processes | undefined> {
  if (redisUrl === undefined) return undefined;
  const { connectProcesses } = await import('./processes/index.ts');
  const cancelHere = (job: string) => {
    const demo = services.running.get(job);
    demo?.cancel();
    return demo !== undefined;
  };
  const processes = await connectProcesses(redisUrl, cancelHere, log);
  Object.assign(services, { elsewhere: processes });
  return processes;
}
