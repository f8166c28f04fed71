import type { Content } from '../../src/content/index.ts';
import { languageOf, type Locale } from '../../src/words/index.ts';
import { ownerOf, shortId } from '../framework/action.ts';
import {
  readersLocale,
  type Conversation,
  type Incoming,
  type OwnedPress,
} from '../framework/context.ts';

/** Whom a message is written for, and from which pages. */
export interface Reader {
  readonly locale: Locale;
  /** Who may press its buttons: see `ownerOf`. */
  readonly owner: string;
  /** Nobody else sees it. */
  readonly isPrivate: boolean;
  readonly content: Content;
}

interface Pages {
  readonly content: Content;
}

/** The reader of a new message: it belongs to whoever asked for it. */
export const readerOf = (
  conversation: Conversation,
  isPrivate: boolean,
  { content }: Pages,
): Reader => ({
  locale: readersLocale(conversation, isPrivate),
  owner: shortId(conversation.userId),
  isPrivate,
  content,
});

/** The reader of a message that changes under a button: it stays whose it was, also when staff press. */
export const sameReader = (press: OwnedPress, { content }: Pages): Reader => ({
  locale: readersLocale(press, press.messageIsPrivate),
  owner: press.owner,
  isPrivate: press.messageIsPrivate,
  content,
});

/** The reader of a message: Discord doesn't tell their language, so it is the one they write in, and it stays that. */
export function readerOfMessage(
  { text, userId, publicLocale }: Pick<Incoming, 'text' | 'userId' | 'publicLocale'>,
  { content }: Pages,
): Reader {
  const locale = languageOf(text, publicLocale);
  return { locale, owner: ownerOf(userId, locale), isPrivate: false, content };
}
