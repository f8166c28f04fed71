import { Client, Events } from 'discord.js';
import type { Services } from '../../commands/index.ts';
import type { Log } from '../log.ts';
import { createDispatcher } from './dispatch.ts';
import { describe } from './failure.ts';
import { registerCommands } from './register.ts';
import { createRequester } from './request.ts';
import { explainLogin, explainRegistration } from './start-problem.ts';

export interface ClientSettings {
  readonly token: string;
  /** Another host that speaks Discord's API, e.g. a REST proxy or the playground. */
  readonly apiUrl?: string | undefined;
  readonly guildId?: string | undefined;
}

export interface Bot {
  /** The bot's name on Discord. */
  readonly name: string;
  /** Resolves when what is under way is answered and the connection is closed. */
  close(): Promise<void>;
}

export type Started =
  | { readonly ok: true; readonly bot: Bot }
  /** One line that names the setting to look at. */
  | { readonly ok: false; readonly problem: string };

export async function startClient(
  settings: ClientSettings,
  services: Services,
  log: Log,
): Promise<Started> {
  const client = new Client({
    // Interactions come without any intent: no message is read.
    intents: [],
    allowedMentions: { parse: [] },
    rest: { makeRequest: createRequester(), ...(settings.apiUrl && { api: settings.apiUrl }) },
  });
  const dispatcher = createDispatcher(services, log);
  client.on(Events.Error, (error) => log.error(`connection: ${describe(error)}`));
  client.on(Events.InteractionCreate, (interaction) => dispatcher.handle(interaction));

  const problem = await connect(client, settings, services);
  if (problem !== undefined) {
    await client.destroy();
    return { ok: false, problem };
  }
  const close = async () => {
    await dispatcher.settled();
    await client.destroy();
  };
  return { ok: true, bot: { name: client.user?.username ?? '', close } };
}

/** Undefined if all went well, else the problem. */
async function connect(
  client: Client,
  settings: ClientSettings,
  { commands }: Pick<Services, 'commands'>,
): Promise<string | undefined> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(settings.token);
  } catch (error) {
    return explainLogin(error, settings.apiUrl);
  }
  const { rest, application } = await ready;
  try {
    const target = { applicationId: application.id, guildId: settings.guildId };
    await registerCommands(rest, target, commands);
  } catch (error) {
    return explainRegistration(error, settings.guildId);
  }
  return undefined;
}
