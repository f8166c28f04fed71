import type { Attachment } from '../../src/attachments/index.ts';
import type { Choice } from './reply.ts';

/** A window that Discord opens to be filled in, as plain data. No field has to be. */
export interface Form {
  /** Of an action: what was asked for, and what shall happen. */
  readonly customId: string;
  readonly title: string;
  /** At most five. */
  readonly fields: readonly FormField[];
}

interface FieldText {
  /** By which the answer is found. */
  readonly name: string;
  readonly label: string;
  readonly description?: string;
}

export type FormField =
  | (FieldText & { readonly kind: 'file'; readonly fileTypes: readonly `.${string}`[] })
  /** A text of several lines, at most 4,000 characters. */
  | (FieldText & { readonly kind: 'paragraph' })
  /** Two to ten choices, of which one can be picked. */
  | (FieldText & { readonly kind: 'choice'; readonly choices: readonly Choice[] });

/** What was filled in, by the name of the field; what was left out is not there. */
export interface Filled {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, Attachment>>;
}
