import { wordsFor, type Locale, type Words } from '../../src/words/index.ts';

/**
 * What a command says, as plain data. src/discord turns it into Discord's Components V2;
 * nothing in commands/ imports discord.js.
 */
export interface Reply {
  readonly blocks: readonly Block[];
  /** Colour of the strip beside the message. */
  readonly tone?: Tone;
}

export type Tone = 'answer' | 'unsure' | 'problem' | 'plain';

export type Block =
  /** Our own words, Discord markdown. Never put in here what somebody typed: that is a `quote`. */
  | { readonly kind: 'text'; readonly markdown: string }
  /** What somebody typed, shown as they typed it: shortened, escaped, in one line. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'divider' }
  | {
      readonly kind: 'chart';
      readonly png: Buffer;
      readonly name: string;
      readonly altText: string;
    }
  | {
      readonly kind: 'animation';
      readonly gif: Buffer;
      readonly name: string;
      readonly altText: string;
    }
  | { readonly kind: 'file'; readonly bytes: Buffer; readonly name: string }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | {
      readonly kind: 'select';
      readonly customId: string;
      readonly placeholder: string;
      readonly choices: readonly Choice[];
    }
  /** A menu of the server's own channels or roles. */
  | {
      readonly kind: 'pick';
      readonly of: 'channels' | 'roles';
      readonly customId: string;
      readonly placeholder: string;
      /** How many can be chosen; none, too. */
      readonly most: number;
      /** The ids of those that are chosen. */
      readonly chosen: readonly string[];
    };

export interface Button {
  /** The outcome, at most 34 characters. */
  readonly label: string;
  readonly style: 'primary' | 'secondary' | 'success' | 'danger';
  readonly customId: string;
  readonly disabled?: boolean;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  /** Shown as the choice that holds. */
  readonly isChosen?: boolean;
}

export const text = (markdown: string): Block => ({ kind: 'text', markdown });

/** Of everything in it that can be pressed or chosen from, from top to bottom. */
export const customIdsOf = ({ blocks }: Reply): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'select' || block.kind === 'pick') return [block.customId];
    return block.kind === 'buttons' ? block.buttons.map(({ customId }) => customId) : [];
  });

/** Somebody's question above its answer. */
export const quote = (asked: string): Block => ({ kind: 'quote', text: asked });

/** Code of ours, for a text. */
export const code = (language: string, lines: string): string =>
  `\`\`\`${language}\n${lines}\n\`\`\``;

/** One clear sentence about what went wrong and what to do instead, in the reader's language. */
export const problemIn = (
  locale: Locale,
  say: (problems: Words['replies']['problems']) => string,
): Reply => problem(say(wordsFor(locale).replies.problems));

/** A message of a sentence or two. */
export const plain = (markdown: string): Reply => ({ blocks: [text(markdown)], tone: 'plain' });

export const problem = (markdown: string): Reply => ({ blocks: [text(markdown)], tone: 'problem' });
