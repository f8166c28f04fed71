import { wordsFor, type Words } from '../../src/words/index.ts';
import type { Handler } from './action.ts';
import type { Conversation, OnMessage } from './context.ts';
import type { FormHandler } from './submission.ts';
import type { Option, RawInputs } from './option.ts';
import { readRecord } from './record.ts';
import { problem } from './reply.ts';
import type { Services } from './services.ts';

/** The name and description of a command and of its options, in one language. */
export interface CommandWords<OptionName extends string = string> {
  readonly name: string;
  readonly description: string;
  readonly options: Readonly<Record<OptionName, OptionWords>>;
}

interface OptionWords {
  readonly name: string;
  readonly description: string;
  /** By value, at most 100 characters. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** Several commands under one name. */
export interface CommandGroup {
  readonly name: string;
  readonly words: (words: Words) => Omit<CommandWords, 'options'>;
  /**
   * `managers`: only who manages the server sees it, unless its owner allows others. `teachers`: everybody there sees it, and
   * the commands themselves refuse who may not start lessons. Discord can show a command by permissions, but not by the role
   * that `/settings` names, and a bot can't change who sees its commands; so a tutor with that role would never find it.
   * `everybody`: in direct messages, too.
   */
  readonly for: 'everybody' | 'managers' | 'teachers';
}

interface Definition<Inputs> {
  /** Lower case; what Discord sends, whatever the reader's language. */
  readonly name: string;
  readonly group?: CommandGroup;
  /** Only people who manage the server see it; those of a group always. */
  readonly forManagers?: true;
  readonly words: (words: Words) => CommandWords<NoInfer<keyof Inputs & string>>;
  /** `execute` gets exactly these, with these types. */
  readonly options: { readonly [Name in keyof Inputs]: Option<Inputs[Name]> };
  readonly execute: (
    inputs: Inputs,
    conversation: Conversation,
    services: Services,
  ) => Promise<void>;
  /** What the buttons and menus of this command's messages do. */
  readonly handlers?: readonly Handler[];
  /** What becomes of the forms that it opens. */
  readonly forms?: readonly FormHandler[];
}

/** A command as the dispatcher, the registration and /help see it. */
export interface Command {
  /** With its group's, as `misses list`. */
  readonly name: string;
  readonly group?: CommandGroup;
  /** Only people who manage the server see it, and only there. */
  readonly forManagers: boolean;
  readonly words: (words: Words) => CommandWords;
  readonly options: Readonly<Record<string, Option<unknown>>>;
  readonly handlers: readonly Handler[];
  readonly forms: readonly FormHandler[];
  run(raw: RawInputs, conversation: Conversation, services: Services): Promise<void>;
}

export function defineCommand<Inputs>(definition: Definition<Inputs>): Command {
  const { name, group, forManagers, words, options, execute } = definition;
  const { handlers = [], forms = [] } = definition;
  return {
    name: group ? `${group.name} ${name}` : name,
    ...(group && { group }),
    forManagers: forManagers ?? group?.for === 'managers',
    words,
    options,
    handlers,
    forms,
    async run(raw, conversation, services) {
      const inputs = readRecord(options, raw);
      if (inputs) return execute(inputs, conversation, services);
      const sentence = wordsFor(conversation.locale).replies.problems.oldCommand;
      await conversation.reply(problem(sentence), { private: true });
    },
  };
}

/** A command in the menu of a message. */
export interface MessageCommand {
  /** What Discord sends; also its English name, at most 32 characters. */
  readonly name: string;
  /** Its name in a language. */
  readonly words: (words: Words) => string;
  run(conversation: OnMessage, services: Services): Promise<void>;
}
