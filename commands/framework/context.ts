import type { Attachment } from '../../src/attachments/index.ts';
import type { Locale } from '../../src/words/index.ts';
import type { ServerSettings } from '../../src/settings/index.ts';
import type { Form } from './form.ts';
import type { Reply } from './reply.ts';

/** One interaction of one person, as the commands see it. src/discord implements it over discord.js. */
export interface Conversation {
  /** Discord's id of this interaction: digits, never given twice. */
  readonly id: string;
  readonly channelId: string;
  readonly userId: string;
  /** The server; undefined in a direct message. */
  readonly serverId: string | undefined;
  /** What those who manage the server have chosen for it. */
  readonly settings: ServerSettings;
  /** The channel, and where it is a thread, the one it belongs to. */
  readonly channelIds: readonly string[];
  /** The ids of the roles that this person has in the server. */
  readonly roleIds: readonly string[];
  /** May manage messages here. */
  readonly isStaff: boolean;
  /** May manage the server. */
  readonly isManager: boolean;
  /** The reader's own language, for private replies. */
  readonly locale: Locale;
  /** For what everybody reads: the language that the server has chosen, else the reader's own. */
  readonly publicLocale: Locale;
  /**
   * True if the bot may write here with its own permissions. Otherwise, and in private replies, it can write for only 15
   * minutes, because the interaction's token then expires.
   */
  readonly mayPost: boolean;
  /** Aborts when the reply can't be reached any more: a deleted message, a missing permission. The log says why. */
  readonly gone: AbortSignal;
  reply(reply: Reply, visibility: Visibility): Promise<void>;
  /** Acknowledges within Discord's 3 s when work follows; `edit` then fills the message. */
  defer(visibility: Visibility): Promise<void>;
  /** Opens a window to be filled in, in place of a reply. What is sent with it is a conversation of its own. */
  open(form: Form): Promise<void>;
  /** Replaces the reply. */
  edit(reply: Reply): Promise<void>;
}

/** Somebody pressed a button, or chose from a select menu, under a message of ours. */
export interface Press extends Conversation {
  readonly messageId: string;
  readonly messageIsPrivate: boolean;
  /** What was chosen from a select menu; empty for a button. */
  readonly chosen: readonly string[];
  /** Of all buttons and menus of the message: it says by them what it is about. */
  readonly customIds: readonly string[];
  /** The question that the message quotes, as it is shown there: shortened, in one line. */
  readonly quote: string | undefined;
  /** The question that the message answers: quoted, or the message it replies to, where the bot may read that. */
  question(): Promise<string | undefined>;
  /** Replaces the message that carries the button. */
  update(reply: Reply): Promise<void>;
  deleteMessage(): Promise<void>;
  /** Another message of ours in the same channel; undefined if it is gone. */
  another(messageId: string): Promise<OurMessage | undefined>;
  /** The message to which ours is a reply, in all its lines; undefined if it is gone, or the bot may not read it. */
  answered(): Promise<Sent | undefined>;
  /** Who wrote the message to which ours is a reply; undefined if there is none, or the bot may not read it. */
  answersTo(): Promise<string | undefined>;
  /** Tells Discord that the press arrived, without changing the message. */
  acknowledge(): Promise<void>;
}

/** What somebody's message holds. */
export interface Sent {
  readonly text: string;
  readonly files: readonly Attachment[];
}

/** A message of ours. */
export interface OurMessage {
  /** Of all its buttons and menus. */
  readonly customIds: readonly string[];
  /** Who wrote the message to which it is a reply. */
  readonly answersTo: string | undefined;
  delete(): Promise<void>;
}

/** Somebody picked a command from the menu of a message. */
export interface OnMessage extends Conversation {
  readonly message: Pick<
    Incoming,
    'id' | 'text' | 'hasFiles' | 'files' | 'channelId' | 'linkTo'
  > & {
    /** The bot wrote it. */
    readonly isOurs: boolean;
    readonly authorId: string;
  };
  /**
   * Answers as a reply to the message. Resolves to the id of the answer, or to undefined if the bot may not write there.
   */
  answerThere(reply: Reply): Promise<string | undefined>;
}

/** A press of somebody who may press that button. */
export interface OwnedPress extends Press {
  /** The message is somebody else's: what the press would change in it, `update` shows to the presser alone. */
  readonly isCopy: boolean;
  /** As it stands in the button, see `ownerOf`. */
  readonly owner: string;
  /** Discord's id of the owner. */
  readonly ownerId: string;
}

/** A message in which somebody mentions the bot, or a direct message to it. */
export interface Incoming {
  readonly id: string;
  readonly channelId: string;
  /** None in direct messages. */
  readonly serverId: string | undefined;
  readonly userId: string;
  readonly isDirect: boolean;
  /** Spoken to, and not about, the bot: the mention stands first or last, or the message is a direct one. */
  readonly isAddressed: boolean;
  /** Without the mention, in one line. */
  readonly text: string;
  /** The same in all its lines. */
  readonly lines: string;
  /** Something that can't be read as text: a file, a sticker, a forwarded message. */
  readonly hasFiles: boolean;
  readonly files: readonly Attachment[];
  /** The server's language. */
  readonly publicLocale: Locale;
  /** The address of another message of the same channel. */
  linkTo(messageId: string): string;
  /** The bot is not named: the message is a reply to one of its own. */
  readonly isOnlyReply: boolean;
  /**
   * The ids of the buttons and menus of our message to which this one replies; undefined if it replies to none of ours, or
   * the bot may not read that.
   */
  repliedTo(): Promise<readonly string[] | undefined>;
  /** Answers as a reply to the message; resolves to the id of the answer. */
  reply(reply: Reply): Promise<string>;
}

export interface Visibility {
  readonly private: boolean;
}

/** The language of a reply depends on who reads it. */
export const readersLocale = (conversation: Conversation, isPrivate: boolean): Locale =>
  isPrivate ? conversation.locale : conversation.publicLocale;
