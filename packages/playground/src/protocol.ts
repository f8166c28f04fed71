import type { APIMessage } from 'discord-api-types/v10';
import type { Inputs } from './people/modal.ts';
import type { OptionValues } from './people/options.ts';
import type { Place, Where } from './wire/channels.ts';
import type { Language } from './wire/place.ts';
import type { Command } from './wire/form/command.ts';
import type { Suggestion } from './wire/form/callback.ts';
import type { ModalForm } from './wire/form/modal.ts';

/** What travels between the page and the server; types only, for both sides. */

export interface PagePerson {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly role: 'student' | 'teacher';
}

export interface PageInteraction {
  readonly id: string;
  readonly kind: 'command' | 'component' | 'modal';
  /** E.g. `/demo`. */
  readonly name: string;
  readonly customId?: string;
  readonly messageId?: string;
  readonly state: 'waiting' | 'acknowledged' | 'failed';
  readonly modal?: ModalForm;
}

export interface PageChannel {
  readonly where: Where;
  readonly id: string;
  readonly name: string;
  readonly topic: string;
}

/** What can be picked depends on the place. */
export type PageCommands = Readonly<Record<Place, readonly Command[]>>;

export interface PageState {
  readonly people: readonly PagePerson[];
  readonly me: PagePerson;
  readonly bot: { readonly id: string; readonly name: string };
  readonly channels: readonly PageChannel[];
  readonly server: {
    readonly name: string;
    readonly language: Language;
    readonly roles: readonly { readonly id: string; readonly name: string }[];
  };
  readonly online: boolean;
  readonly commands: PageCommands;
  readonly messages: readonly APIMessage[];
}

export type PageEvent =
  | { readonly type: 'state'; readonly state: PageState }
  | { readonly type: 'message'; readonly message: APIMessage }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'interaction'; readonly interaction: PageInteraction }
  | { readonly type: 'commands'; readonly commands: PageCommands }
  /** A new one. */
  | { readonly type: 'channel'; readonly channel: PageChannel }
  | { readonly type: 'presence'; readonly online: boolean }
  | { readonly type: 'server-language'; readonly language: Language };

/** On its way a file stands for itself in `files[upload]` of the same request. */
export interface Sent {
  readonly name: string;
  readonly upload: string;
}

/** `File`: what stands for a file; a browser's own in the page, `Sent` on its way. */
export type PageAct<File = Sent> =
  | { readonly do: 'command'; readonly name: string; readonly options: OptionValues<File> }
  | {
      readonly do: 'autocomplete';
      readonly name: string;
      readonly options: OptionValues<File>;
      readonly focused: string;
    }
  | { readonly do: 'menu'; readonly name: string; readonly messageId: string }
  | { readonly do: 'press'; readonly messageId: string; readonly customId: string }
  | {
      readonly do: 'select';
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | {
      readonly do: 'submit';
      readonly opener: string;
      readonly inputs: Inputs<File>;
    }
  | {
      readonly do: 'say';
      readonly text: string;
      readonly replyTo?: string | undefined;
      readonly files?: readonly File[];
    }
  | { readonly do: 'dismiss'; readonly messageId: string }
  /** A simulated class presses the buttons of a message. */
  | { readonly do: 'class'; readonly messageId: string }
  | { readonly do: 'server-language'; readonly language: Language };

export interface PageRequest<File = Sent> {
  readonly user: string;
  readonly where: Where;
  readonly locale: Language;
  readonly act: PageAct<File>;
}

export type PageAnswer =
  | {
      readonly ok: true;
      readonly choices?: readonly Suggestion[];
      /** How many of a class got an answer. */
      readonly pressed?: number;
    }
  | { readonly ok: false; readonly problem: string };
