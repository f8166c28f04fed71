import type { Services } from '../commands/index.ts';
import type { Config } from './config.ts';
import type { Check, Jobs } from './jobs/index.ts';
import { pictureIds } from './ids.ts';
import type { Log } from './log.ts';

/**
 * Logs, one line each, whether what the bot needs is there. If something is broken, the rest of the bot works on. Once `leaving`
 * aborts it says nothing more: what is closed by then is not broken.
 */
export async function checkSelf(
  { missesDatabaseUrl }: Pick<Config, 'missesDatabaseUrl'>,
  { content, misses, pictures }: Pick<Services, 'content' | 'misses' | 'pictures'>,
  jobs: Pick<Jobs, 'check'>,
  log: Log,
  leaving?: AbortSignal,
): Promise<void> {
  const say = (what: string, works: boolean, detail: string) => {
    if (!leaving?.aborted) sayCheck(log, { what, works, detail });
  };
  const pages = content.pages.get('en')?.size ?? 0;
  say('content', pages > 0, `${pages} pages in ${content.pages.size} languages`);

  // The build draws all languages together.
  const missing = pictureIds.filter((id) => !pictures(id, 'en'));
  const absent = `${missing.join(', ')} missing; "npm run build" draws them`;
  say(
    'pictures of pages',
    missing.length === 0,
    missing.length === 0 ? `${pictureIds.length} drawn` : absent,
  );

  const database = misses.list('', { first: 0, most: 1 });
  for (const { what, works, detail } of await jobs.check()) say(what, works, detail);
  const isOpen = (await database) !== undefined;
  // An address may hold a password.
  const where = missesDatabaseUrl.replace(/\/\/[^@/]*@/, '//');
  say('database', isOpen, isOpen ? where : `MISSES_DATABASE_URL: ${where} can't be used`);
}

/** One line in the log. */
export function sayCheck(
  log: Log,
  { what, works, detail }: Pick<Check, 'works' | 'detail'> & { readonly what: string },
): void {
  if (works) log.info(`Check ${what}: ${detail}`);
  else log.error(`Check ${what} FAILED: ${detail}`);
}
