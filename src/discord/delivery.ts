import {
  InteractionContextType,
  InteractionResponseType,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type RawFile,
  type RESTPostAPIInteractionCallbackWithResponseResult as Receipt,
} from 'discord.js';
import type { Reply, Visibility } from '../../commands/index.ts';
import { chosenLocale, toLocale } from '../words/index.ts';
import { describe, failureOf } from './failure.ts';
import { bodyOf, createOwnMessage } from './own-message.ts';
import type { Trace } from './trace.ts';
import { render } from './render.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageComponentInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction;

/**
 * The one message that answers an interaction. It is sent and changed by the interaction's token, which lives 15
 * minutes. After that, or if the first answer comes too late, the bot writes as itself (see own-message.ts).
 */
export interface Delivery {
  readonly mayPost: boolean;
  /** Aborts when the message can't be reached any more; the log says why. */
  readonly gone: AbortSignal;
  /** True once we have replied, or deferred the reply. */
  isOpen(): boolean;
  reply(reply: Reply, visibility: Visibility): Promise<void>;
  defer(visibility: Visibility): Promise<void>;
  edit(reply: Reply): Promise<void>;
}

type Became = 'sent' | 'late' | 'expired' | 'lost';

const { ChannelMessageWithSource, DeferredChannelMessageWithSource } = InteractionResponseType;

const ephemeral = ({ private: isPrivate }: Visibility): MessageFlags =>
  isPrivate ? MessageFlags.Ephemeral : (0 as MessageFlags);

export function createDelivery(interaction: Answerable, trace: Trace): Delivery {
  const { client, user, webhook, token } = interaction;
  const channelId = interaction.channelId ?? '';
  const locale = chosenLocale(interaction.guildLocale) ?? toLocale(interaction.locale);
  const own = createOwnMessage({ client, channelId, userId: user.id, locale });
  const mayPost = mayPostAt(interaction);
  const gone = new AbortController();
  let way: 'none' | 'token' | 'channel' = 'none';
  let isPrivate = false;

  function lose(why: string): void {
    if (!gone.signal.aborted) trace.warn(why);
    gone.abort();
  }

  /**
   * Does what discord.js' `reply` does, and remembers the message's id. discord.js can't read the empty receipt that comes
   * back if an earlier try had arrived (see request.ts).
   */
  async function answer(type: InteractionResponseType, data: object, files?: RawFile[]) {
    if (interaction.replied || interaction.deferred) throw new Error('It is answered already.');
    const receipt = await client.rest.post(Routes.interactionCallback(interaction.id, token), {
      body: { type, data },
      ...(files && { files }),
      auth: false,
      query: new URLSearchParams({ with_response: 'true' }),
    });
    interaction.replied = true;
    trace.acknowledged();
    const { response_message_id: id } = (receipt as Partial<Receipt>).interaction ?? {};
    if (id !== undefined) own.remember(id);
  }

  /** Throws only if the failure is none that `Became` names. */
  async function attempt(send: () => Promise<unknown>): Promise<Became> {
    try {
      await send();
      return 'sent';
    } catch (error) {
      const failure = failureOf(error);
      if (failure === 'late' || failure === 'expired') return failure;
      if (failure !== 'gone' && failure !== 'forbidden') throw error;
      lose(describe(error));
      return 'lost';
    }
  }

  async function open({ private: priv }: Visibility, send: () => Promise<unknown>, reply?: Reply) {
    isPrivate = priv;
    const became = await attempt(send);
    if (became === 'sent') way = 'token';
    if (became !== 'late' && became !== 'expired') return;
    turnToChannel('the answer came after the 3 s for which Discord waits');
    if (reply) await edit(reply);
  }

  function turnToChannel(why: string): void {
    if (isPrivate || !mayPost) return lose(`${why}, and is lost.`);
    trace.warn(`${why}; the bot writes as itself.`);
    way = 'channel';
  }

  async function edit(reply: Reply): Promise<void> {
    if (gone.signal.aborted) return;
    if (way !== 'channel') {
      const send = async () => {
        const { id } = await webhook.editMessage('@original', render(reply));
        own.remember(id);
      };
      const became = await attempt(send);
      if (became === 'sent' || became === 'lost') return;
      turnToChannel('the interaction is older than the 15 minutes that its token lives');
    }
    if (!gone.signal.aborted) await attempt(() => own.write(reply));
  }

  return {
    mayPost,
    gone: gone.signal,
    isOpen: () => way !== 'none',
    reply(reply, visibility) {
      const { body, files } = bodyOf(reply);
      // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- a field of bits
      const flags = body.flags | ephemeral(visibility);
      const send = () => answer(ChannelMessageWithSource, { ...body, flags }, files);
      return open(visibility, send, reply);
    },
    defer(visibility) {
      const data = { flags: ephemeral(visibility) };
      return open(visibility, () => answer(DeferredChannelMessageWithSource, data));
    },
    edit,
  };
}

/** True in a server that has the bot as a member, and in direct messages with the bot. */
function mayPostAt({ context, authorizingIntegrationOwners, appPermissions }: Answerable): boolean {
  if (context === InteractionContextType.BotDM) return true;
  return (
    authorizingIntegrationOwners.guildId !== null &&
    appPermissions.has(PermissionFlagsBits.ViewChannel)
  );
}
