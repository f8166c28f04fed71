import {
  MessageFlags,
  PermissionFlagsBits,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
} from 'discord.js';
import type { Conversation, Press, Reply, Visibility } from '../../commands/index.ts';
import { toLocale } from '../words/index.ts';
import { quoteOf } from './quote.ts';
import { render } from './render.ts';

/** What the dispatcher needs beside the conversation itself. */
export interface Reporting {
  /** Tells of a failure in the quietest place there is: the waiting reply, else a message to this person only. */
  report(reply: Reply): Promise<void>;
}

type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;

const { Ephemeral } = MessageFlags;

export function conversationOf(interaction: Answerable): Conversation & Reporting {
  /** True once a reply of our own exists, or Discord shows that one is on its way. */
  let replying = false;
  const reply = async (what: Reply, { private: isPrivate }: Visibility) => {
    const message = render(what);
    await interaction.reply({
      ...message,
      flags: isPrivate ? [message.flags, Ephemeral] : message.flags,
    });
    replying = true;
  };
  const edit = async (what: Reply) => void (await interaction.editReply(render(what)));
  return {
    id: interaction.id,
    userId: interaction.user.id,
    isStaff: interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false,
    locale: toLocale(interaction.locale),
    publicLocale: toLocale(interaction.guildLocale ?? interaction.locale),
    reply,
    edit,
    async defer({ private: isPrivate }) {
      await interaction.deferReply(isPrivate ? { flags: Ephemeral } : {});
      replying = true;
    },
    async report(what) {
      if (replying) return edit(what);
      if (!interaction.deferred && !interaction.replied) return reply(what, { private: true });
      const message = render(what);
      await interaction.followUp({ ...message, flags: [message.flags, Ephemeral] });
    },
  };
}

export const pressOf = (interaction: MessageComponentInteraction): Press & Reporting => ({
  ...conversationOf(interaction),
  messageIsPrivate: interaction.message.flags.has(Ephemeral),
  quote: quoteOf(interaction.message),
  chosen: interaction.isStringSelectMenu() ? interaction.values : [],
  update: async (reply) => void (await interaction.update(render(reply))),
  acknowledge: async () => void (await interaction.deferUpdate()),
  async deleteMessage() {
    await interaction.deferUpdate();
    await interaction.deleteReply();
  },
});
