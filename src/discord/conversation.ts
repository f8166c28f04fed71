import {
  MessageFlags,
  PermissionFlagsBits,
  type APIMessage,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Conversation, Press, Reply, Sent, Submission } from '../../commands/index.ts';
import { usualSettings } from '../settings/index.ts';
import { chosenLocale, toLocale } from '../words/index.ts';
import { createDelivery, type Answerable } from './delivery.ts';
import { customIdsIn } from './custom-ids.ts';
import { filledOf, toModal } from './form.ts';
import { ourMessage } from './our-message.ts';
import { questionOf, quoteOf, repliedTo, withoutMentions } from './quote.ts';
import { render } from './render.ts';
import type { Trace } from './trace.ts';

/** What the dispatcher needs beside the conversation itself. */
export interface Reporting {
  /** Says that something failed, in the quietest place: in the reply if there is one, else in a private message. */
  report(reply: Reply): Promise<void>;
}

const { Ephemeral } = MessageFlags;

export function conversationOf(interaction: Answerable, trace: Trace): Conversation & Reporting {
  const delivery = createDelivery(interaction, trace);
  return {
    id: interaction.id,
    channelId: interaction.channelId ?? '',
    userId: interaction.user.id,
    serverId: interaction.guildId ?? undefined,
    settings: usualSettings,
    channelIds: channelIdsOf(interaction),
    roleIds: roleIdsOf(interaction),
    isStaff: interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false,
    isManager: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    locale: toLocale(interaction.locale),
    publicLocale: chosenLocale(interaction.guildLocale) ?? toLocale(interaction.locale),
    ...delivery,
    async open(form) {
      if (interaction.isModalSubmit()) throw new Error('A form can not open another one.');
      await interaction.showModal(toModal(form));
      trace.acknowledged();
    },
    async report(what) {
      if (delivery.isOpen()) return delivery.edit(what);
      if (!interaction.deferred && !interaction.replied)
        return delivery.reply(what, { private: true });
      const message = render(what);
      await interaction.followUp({ ...message, flags: [message.flags, Ephemeral] });
    },
  };
}

const sentIn = ({ content, attachments }: APIMessage, botId: string): Sent => ({
  text: withoutMentions(content, botId),
  files: attachments.map(({ filename: name, size, url }) => ({ name, size, url })),
});

/** A thread belongs to a channel. */
function channelIdsOf({ channel, channelId }: Answerable): string[] {
  const parent = channel?.isThread() ? channel.parentId : null;
  return [channelId, parent].flatMap((id) => id ?? []);
}

/** discord.js has the roles in a list where it doesn't know the server, else in a cache of its own. */
function roleIdsOf({ member }: Answerable): readonly string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

export const submissionOf = (
  interaction: ModalSubmitInteraction,
  trace: Trace,
): Submission & Reporting => ({
  ...conversationOf(interaction, trace),
  filled: filledOf(interaction),
});

export const pressOf = (
  interaction: MessageComponentInteraction,
  trace: Trace,
): Press & Reporting => ({
  ...conversationOf(interaction, trace),
  messageId: interaction.message.id,
  messageIsPrivate: interaction.message.flags.has(Ephemeral),
  quote: quoteOf(interaction.message),
  question: () => questionOf(interaction.message),
  async answered() {
    const asked = await repliedTo(interaction.message);
    return asked && sentIn(asked, interaction.client.user.id);
  },
  answersTo: async () => (await repliedTo(interaction.message))?.author.id,
  chosen: interaction.isAnySelectMenu() ? interaction.values : [],
  customIds: customIdsIn(interaction.message.components.map((part) => part.toJSON())),
  async update(reply) {
    await interaction.update(render(reply));
    trace.acknowledged();
  },
  async acknowledge() {
    await interaction.deferUpdate();
    trace.acknowledged();
  },
  async deleteMessage() {
    await interaction.deferUpdate();
    trace.acknowledged();
    await interaction.deleteReply();
  },
  another: (messageId) => ourMessage(interaction.client, interaction.channelId, messageId),
});
