/**
 * What a command says, as plain data. src/discord turns it into Discord's Components V2;
 * nothing here or in commands/ imports discord.js.
 */
export interface Reply {
  readonly blocks: readonly Block[];
  /** Colour of the strip beside the message. */
  readonly tone?: 'answer' | 'unsure' | 'problem' | 'plain';
}

export type Block =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'divider' }
  | {
      readonly kind: 'chart';
      readonly png: Buffer;
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
  readonly selected?: boolean;
}
