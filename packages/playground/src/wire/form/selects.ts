import { ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10';
import { z } from 'zod';
import { allDifferent, rule } from './check.ts';
import { customId, emoji, id, optional } from './shared.ts';

const anySelect = {
  id,
  custom_id: customId,
  placeholder: optional(z.string().max(150)),
  min_values: optional(z.int().min(0).max(25)),
  max_values: optional(z.int().min(1).max(25)),
  disabled: optional(z.boolean()),
};

const selectOption = z.object({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: optional(z.string().max(100)),
  emoji: optional(emoji),
  default: optional(z.boolean()),
});

export const stringSelect = z.object({
  ...anySelect,
  type: z.literal(ComponentType.StringSelect),
  options: z
    .array(selectOption)
    .min(1)
    .max(25)
    .refine(
      (options) => allDifferent(options.map(({ value }) => value)),
      rule(
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    ),
});

const defaultValues = <Type extends SelectMenuDefaultValueType>(...types: Type[]) =>
  optional(z.array(z.object({ id: z.string(), type: z.literal(types) })).max(25));

const { User, Role, Channel } = SelectMenuDefaultValueType;

export const select = z.discriminatedUnion('type', [
  stringSelect,
  z.object({
    ...anySelect,
    type: z.literal(ComponentType.UserSelect),
    default_values: defaultValues(User),
  }),
  z.object({
    ...anySelect,
    type: z.literal(ComponentType.RoleSelect),
    default_values: defaultValues(Role),
  }),
  z.object({
    ...anySelect,
    type: z.literal(ComponentType.MentionableSelect),
    default_values: optional(
      z
        .array(
          z.union([
            z.object({ id: z.string(), type: z.literal(User) }),
            z.object({ id: z.string(), type: z.literal(Role) }),
          ]),
        )
        .max(25),
    ),
  }),
  z.object({
    ...anySelect,
    type: z.literal(ComponentType.ChannelSelect),
    channel_types: optional(z.array(z.enum(ChannelType))),
    default_values: defaultValues(Channel),
  }),
]);
