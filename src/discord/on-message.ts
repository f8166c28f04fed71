import type { MessageContextMenuCommandInteraction } from 'discord.js';
import type { OnMessage } from '../../commands/index.ts';
import { conversationOf, type Reporting } from './conversation.ts';
import { failureOf } from './failure.ts';
import { filesOf } from './files.ts';
import { hasFiles, linksAt } from './incoming.ts';
import { postReply } from './post.ts';
import type { Trace } from './trace.ts';

/** The context for a command from a message's menu. By picking it, somebody showed that message to the bot. */
export function onMessageOf(
  interaction: MessageContextMenuCommandInteraction,
  trace: Trace,
): OnMessage & Reporting {
  const { targetMessage: message, channelId, guildId, client } = interaction;
  return {
    ...conversationOf(interaction, trace),
    message: {
      id: message.id,
      channelId,
      isOurs: message.author.id === client.user.id,
      authorId: message.author.id,
      text: message.content.trim(),
      hasFiles: hasFiles(message),
      files: filesOf(message),
      linkTo: linksAt({ guildId, channelId }),
    },
    async answerThere(reply) {
      try {
        return await postReply({ id: message.id, channelId, client }, reply);
      } catch (error) {
        if (failureOf(error) !== 'forbidden' && failureOf(error) !== 'gone') throw error;
        trace.failed(error, 'info');
        return undefined;
      }
    },
  };
}
