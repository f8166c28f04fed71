import { wordsFor, type Words } from '../../src/words/index.ts';
import type { Handler } from './action.ts';
import { refusalOf, type Audience } from './audience.ts';
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
   * Who else tries it is refused. What is for `managers` only they see, unless the server's owner shows it to others. What is
   * for `teachers` everybody in the server sees: Discord can show a command by permissions, but not by the role that
   * `/settings` names, and a bot can't change who sees its commands; so a tutor with that role would never find it. What is for
   * `everybody` is there in direct messages, too.
   */
  readonly for: Audience;
}

interface Definition<Inputs> {
  /** Lower case; what Discord sends, whatever the reader's language. */
  readonly name: string;
  readonly group?: CommandGroup;
  /** As its group is if absent; without a group, for everybody. */
  readonly for?: Audience;
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
  /** Who may use it, and press the buttons below its messages that are its asker's. */
  readonly for: Audience;
  readonly words: (words: Words) => CommandWords;
  readonly options: Readonly<Record<string, Option<unknown>>>;
  readonly handlers: readonly Handler[];
  readonly forms: readonly FormHandler[];
  run(raw: RawInputs, conversation: Conversation, services: Services): Promise<void>;
}

export function defineCommand<Inputs>(definition: Definition<Inputs>): Command {
  const { name, group, words, options, execute, handlers = [], forms = [] } = definition;
  const audience = definition.for ?? group?.for ?? 'everybody';
  return {
    name: group ? `${group.name} ${name}` : name,
    ...(group && { group }),
    for: audience,
    words,
    options,
    handlers,
    forms,
    async run(raw, conversation, services) {
      const refusal = refusalOf(audience, conversation);
      const inputs = readRecord(options, raw);
      if (inputs && !refusal) return execute(inputs, conversation, services);
      const sentence = refusal ?? wordsFor(conversation.locale).replies.problems.oldCommand;
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
