import type { Content } from '../../src/content/index.ts';
import { languageOf, type Locale } from '../../src/words/index.ts';
import { ownerOf, shortId } from '../framework/action.ts';
import {
  readersLocale,
  type Conversation,
  type Incoming,
  type OwnedPress,
} from '../framework/context.ts';

/** The person for whom a message is written, and the content that it uses. */
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

/** The reader of a message that a button changes. The message keeps its owner, even if staff press the button. */
export const sameReader = (press: OwnedPress, { content }: Pages): Reader => ({
  locale: readersLocale(press, press.messageIsPrivate),
  owner: press.owner,
  isPrivate: press.messageIsPrivate,
  content,
});

/** The reader of an answer to a message. Discord doesn't tell their language, so we take the one they wrote in. */
export function readerOfMessage(
  { text, userId, publicLocale }: Pick<Incoming, 'text' | 'userId' | 'publicLocale'>,
  { content }: Pages,
): Reader {
  const locale = languageOf(text, publicLocale);
  return { locale, owner: ownerOf(userId, locale), isPrivate: false, content };
}
