import type { Content } from '../../src/content/index.ts';
import type { Pictures } from '../../src/diagrams/index.ts';
import type { Framework } from '../../src/evidence/index.ts';
import { languageOf, type Locale } from '../../src/words/index.ts';
import { ownerOf, shortId } from '../framework/action.ts';
import {
  readersLocale,
  type Conversation,
  type Incoming,
  type OwnedPress,
} from '../framework/context.ts';
import type { Services } from '../framework/services.ts';

/** The person for whom a message is written, and the content that it uses. */
export interface Reader {
  readonly locale: Locale;
  /** Who may press its buttons: see `ownerOf`. */
  readonly owner: string;
  /** Nobody else sees it. */
  readonly isPrivate: boolean;
  readonly content: Content;
  readonly pictures: Pictures;
  /** What their code is written in, if they said so a moment ago. */
  readonly framework?: Framework | undefined;
}

type Known = Pick<Services, 'content' | 'pictures' | 'frameworks'>;

/** The reader of a new message: it belongs to whoever asked for it. */
export function readerOf(
  conversation: Conversation,
  isPrivate: boolean,
  { content, pictures, frameworks }: Known,
): Reader {
  const { userId, locale, publicLocale } = conversation;
  return {
    locale: readersLocale(conversation, isPrivate),
    // A language that the server has chosen, and not the reader, goes without saying.
    owner: isPrivate || locale === publicLocale ? ownerOf(userId, locale) : shortId(userId),
    isPrivate,
    content,
    pictures,
    framework: frameworks.of(userId),
  };
}

/** The reader of an answer to a question: it speaks the language of the question, and stays so under its buttons. */
export function readerOfQuestion(
  question: string,
  conversation: Conversation,
  isPrivate: boolean,
  known: Known,
): Reader {
  const reader = readerOf(conversation, isPrivate, known);
  const locale = languageOf(question, reader.locale);
  return { ...reader, locale, owner: ownerOf(conversation.userId, locale) };
}

/** The reader of a message that a button changes, or of their copy. The message keeps its owner, even if staff press. */
export const sameReader = (
  press: OwnedPress,
  { content, pictures, frameworks }: Known,
): Reader => ({
  locale: readersLocale(press, press.messageIsPrivate || press.isCopy),
  owner: press.owner,
  isPrivate: press.messageIsPrivate || press.isCopy,
  content,
  pictures,
  framework: frameworks.of(press.ownerId),
});

/** The reader of an answer to a message. Discord doesn't tell their language, so we take the one they wrote in. */
export function readerOfMessage(
  { text, userId, publicLocale }: Pick<Incoming, 'text' | 'userId' | 'publicLocale'>,
  { content, pictures, frameworks }: Known,
): Reader {
  const locale = languageOf(text, publicLocale);
  const owner = ownerOf(userId, locale);
  return { locale, owner, isPrivate: false, content, pictures, framework: frameworks.of(userId) };
}
