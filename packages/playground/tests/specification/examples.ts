import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Playground } from '../../src/index.ts';
import { call, type RawBot } from '../raw-bot.ts';
import {
  button,
  commands,
  messages,
  modal,
  plain,
  reply,
  row,
  words,
  type Body,
} from './bodies.ts';

/** A request that Discord takes. */
export interface Example extends Body {
  /** Prepares what the request needs, and says where to send it. */
  readonly where: () => Promise<string> | string;
}

const application = '320000000000000001';
const guild = '330000000000000001';
const channel = '340000000000000001';

/** By route, in the playground's words. */
export function examplesFor(
  playground: Playground,
  bot: RawBot,
): Readonly<Record<string, readonly Example[]>> {
  const { driver } = playground;
  const post = async () => {
    const { body } = await call(playground, 'POST', `/channels/${channel}/messages`, {
      content: 'x',
      components: [row(button)],
    });
    return body.id ?? '';
  };
  /** A press that waits for its answer. */
  const press = async () => {
    void driver.press(await post(), 'go');
    const { id, token } = await bot.nextInteraction();
    return { id, token, callback: `/interactions/${id}/${token}/callback` };
  };
  const answered = async () => {
    const { token, callback } = await press();
    await call(playground, 'POST', callback, {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { content: 'y' },
    });
    return `/webhooks/${application}/${token}`;
  };
  const typing = async () => {
    void driver.sendRaw({ type: InteractionType.ApplicationCommandAutocomplete, data: {} });
    const { id, token } = await bot.nextInteraction();
    return `/interactions/${id}/${token}/callback`;
  };
  const withCommands = async (path: string) => {
    await call(playground, 'PUT', path, commands);
    return path;
  };
  const toPress = async () => (await press()).callback;
  const original = async () => `${await answered()}/messages/@original`;
  const own = async () => `/channels/${channel}/messages/${await post()}`;
  const direct = '/channels/340000000000000010';
  const at = (where: Example['where'], bodies: readonly Body[] = [{}]) =>
    bodies.map((body) => ({ where, ...body }));
  const applicationCommands = `/applications/${application}/commands`;
  const guildCommands = `/applications/${application}/guilds/${guild}/commands`;
  const { ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate } =
    InteractionResponseType;
  const { UpdateMessage, ApplicationCommandAutocompleteResult, Modal } = InteractionResponseType;

  return {
    'GET /gateway': at(() => '/gateway'),
    'GET /gateway/bot': at(() => '/gateway/bot'),
    'GET /users/@me': at(() => '/users/@me'),
    'GET /applications/@me': at(() => '/applications/@me'),
    'GET /oauth2/applications/@me': at(() => '/oauth2/applications/@me'),
    'GET /guilds/:guild': at(() => `/guilds/${guild}`),
    'GET /channels/:channel': [...at(() => `/channels/${channel}`), ...at(() => direct)],
    'GET /applications/:application/commands': at(() => withCommands(applicationCommands)),
    'PUT /applications/:application/commands': at(() => applicationCommands, [{ json: commands }]),
    'GET /applications/:application/guilds/:guild/commands': at(() => withCommands(guildCommands)),
    'PUT /applications/:application/guilds/:guild/commands': at(
      () => guildCommands,
      [{ json: commands }],
    ),
    'POST /channels/:channel/messages': [
      ...at(() => `/channels/${channel}/messages`, messages(reply)),
      ...at(() => `${direct}/messages`, [{ json: plain }]),
    ],
    'POST /channels/:channel/threads': at(
      () => `/channels/${channel}/threads`,
      [
        { json: { name: 'A class', type: 11 } },
        { json: { name: 'A class', type: 11, auto_archive_duration: 60, rate_limit_per_user: 5 } },
      ],
    ),
    'GET /channels/:channel/messages/:message': at(own),
    'PATCH /channels/:channel/messages/:message': at(own, messages()),
    'DELETE /channels/:channel/messages/:message': at(own),
    'POST /interactions/:id/:token/callback': [
      ...at(
        toPress,
        [ChannelMessageWithSource, UpdateMessage].flatMap((type) =>
          messages().map(({ json, ...rest }) => ({ json: { type, data: json }, ...rest })),
        ),
      ),
      ...at(toPress, [
        { json: { type: DeferredChannelMessageWithSource, data: { flags: 64 } } },
        { json: { type: DeferredMessageUpdate } },
        { json: { type: Modal, data: modal } },
      ]),
      ...at(typing, [
        {
          json: {
            type: ApplicationCommandAutocompleteResult,
            data: { choices: [{ name: 'A', name_localizations: words, value: 'a' }] },
          },
        },
      ]),
    ],
    'POST /webhooks/:application/:token': at(answered, messages()),
    'GET /webhooks/:application/:token/messages/:message': at(original),
    'PATCH /webhooks/:application/:token/messages/:message': at(original, messages()),
    'DELETE /webhooks/:application/:token/messages/:message': at(original),
  };
}
