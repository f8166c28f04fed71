import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { allDifferent, rule } from './check.ts';
import { fileTypes, optional } from './shared.ts';

/** Slash names: letters of any script, digits, `-`, `_`, `'`; lower case where the script has it. */
const name = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine(
    (text) => text === text.toLowerCase(),
    rule('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
  );
const description = z.string().min(1).max(100);
const choiceName = z.string().min(1).max(100);

const localised = <Text extends z.ZodType>(text: Text) =>
  optional(z.partialRecord(z.enum(Locale), text.nullable()).nullable());

const choicesOf = <Value extends z.ZodType>(value: Value) =>
  optional(
    z
      .array(z.object({ name: choiceName, name_localizations: localised(choiceName), value }))
      .max(25)
      .refine(
        (choices) => allDifferent(choices.map((choice) => choice.name)),
        rule('APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATED', 'Choice names must be unique.'),
      ),
  );

const shared = {
  name,
  name_localizations: localised(name),
  description,
  description_localizations: localised(description),
  required: optional(z.boolean()),
};

const {
  Subcommand,
  String: Text,
  Integer,
  Number: Decimal,
  Boolean: YesNo,
  User,
  Channel,
  Role,
  Mentionable,
  Attachment,
} = ApplicationCommandOptionType;

const option = z
  .discriminatedUnion('type', [
    z.object({
      ...shared,
      type: z.literal(Text),
      choices: choicesOf(z.string().min(1).max(100)),
      autocomplete: optional(z.boolean()),
      min_length: optional(z.int().min(0).max(6000)),
      max_length: optional(z.int().min(1).max(6000)),
    }),
    z.object({
      ...shared,
      type: z.literal([Integer, Decimal]),
      choices: choicesOf(z.number()),
      autocomplete: optional(z.boolean()),
      min_value: optional(z.number()),
      max_value: optional(z.number()),
    }),
    z.object({ ...shared, type: z.literal([YesNo, User, Role, Mentionable]) }),
    z.object({ ...shared, type: z.literal(Attachment), file_types: fileTypes }),
    z.object({
      ...shared,
      type: z.literal(Channel),
      channel_types: optional(z.array(z.enum(ChannelType))),
    }),
  ])
  .refine(
    (it) => !('autocomplete' in it && it.autocomplete && it.choices?.length),
    rule(
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_MUTUALLY_EXCLUSIVE',
      'Options with autocomplete cannot have choices.',
    ),
  );

interface Listed {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly required?: boolean;
}

/** What Discord wants of options side by side. */
function checkList(list: readonly Listed[], context: z.RefinementCtx): void {
  const fail = (at: number, code: string, message: string) =>
    context.addIssue({ code: 'custom', path: [at], ...rule(code, message) });
  const isSubcommand = ({ type }: Listed) => type === Subcommand;
  list.forEach((it, at) => {
    if (list.findIndex((other) => other.name === it.name) < at)
      fail(at, 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option name already exists.');
    if (it.required && at > 0 && !list[at - 1]?.required)
      fail(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    if (list.some(isSubcommand) && !isSubcommand(it))
      fail(
        at,
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
  });
}

const options = z.array(option).max(25).superRefine(checkList);

const subcommand = z.object({
  ...shared,
  type: z.literal(Subcommand),
  options: optional(options),
});

const optionsOrSubcommands = z
  .array(z.discriminatedUnion('type', [option, subcommand]))
  .max(25)
  .superRefine(checkList);

/** Discord takes digits and a number, and answers with digits. */
const permissions = z.union([z.string().regex(/^\d+$/), z.int().min(0).transform(String)]);

const common = {
  default_member_permissions: optional(permissions.nullable()),
  integration_types: optional(z.array(z.enum(ApplicationIntegrationType)).min(1)),
  contexts: optional(z.array(z.enum(InteractionContextType)).nullable()),
  nsfw: optional(z.boolean()),
};

const chatInput = z.object({
  type: z.literal(ApplicationCommandType.ChatInput),
  name,
  name_localizations: localised(name),
  description,
  description_localizations: localised(description),
  options: optional(optionsOrSubcommands),
  ...common,
});

const menuName = z.string().min(1).max(32);

const contextMenu = z.object({
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
  name: menuName,
  name_localizations: localised(menuName),
  ...common,
});

const withType = (body: { readonly type?: unknown }): object => ({
  ...body,
  type: body.type ?? ApplicationCommandType.ChatInput,
});

/** All commands of an application at once, as PUT takes them. */
export const commandList = z
  .array(
    z.preprocess(
      (body) => (typeof body === 'object' && body !== null ? withType(body) : body),
      z.discriminatedUnion('type', [chatInput, contextMenu]),
    ),
  )
  .max(100)
  .superRefine((list, context) => {
    list.forEach(({ type, name: its }, at) => {
      if (list.findIndex((other) => other.type === type && other.name === its) < at)
        context.addIssue({
          code: 'custom',
          path: [at, 'name'],
          ...rule(
            'APPLICATION_COMMANDS_DUPLICATE_NAME',
            'Application command names must be unique',
          ),
        });
    });
  });

export type OptionForm = z.infer<typeof option>;
export type SubcommandForm = z.infer<typeof subcommand>;

/** What a command has once it is registered. */
interface Registered {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
}

export type Command = z.infer<typeof commandList>[number] & Registered;
export type ChatCommand = z.infer<typeof chatInput> & Registered;
