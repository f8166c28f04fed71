import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { stringSelect } from './selects.ts';
import { allDifferent, rule } from './check.ts';
import { customId, fileTypes, id, optional } from './shared.ts';

const textInput = z.object({
  type: z.literal(ComponentType.TextInput),
  id,
  custom_id: customId,
  style: z.enum(TextInputStyle),
  label: optional(z.string().max(45)),
  min_length: optional(z.int().min(0).max(4000)),
  max_length: optional(z.int().min(1).max(4000)),
  required: optional(z.boolean()),
  value: optional(z.string().max(4000)),
  placeholder: optional(z.string().max(100)),
});

/** A select in a modal may be required, one in a message not. */
const modalSelect = stringSelect.omit({ disabled: true }).extend({
  required: optional(z.boolean()),
});

const fileUpload = z.object({
  type: z.literal(ComponentType.FileUpload),
  id,
  custom_id: customId,
  min_values: optional(z.int().min(0).max(10)),
  max_values: optional(z.int().min(1).max(10)),
  required: optional(z.boolean()),
  file_types: fileTypes,
});

const radioGroup = z.object({
  type: z.literal(ComponentType.RadioGroup),
  id,
  custom_id: customId,
  required: optional(z.boolean()),
  options: z
    .array(
      z.object({
        value: z.string().min(1).max(100),
        label: z.string().min(1).max(100),
        description: optional(z.string().max(100)),
        default: optional(z.boolean()),
      }),
    )
    .min(2)
    .max(10)
    .refine(
      (options) => allDifferent(options.map(({ value }) => value)),
      rule('COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used'),
    ),
});

const label = z.object({
  type: z.literal(ComponentType.Label),
  id,
  label: z.string().min(1).max(45),
  description: optional(z.string().max(100)),
  component: z.discriminatedUnion('type', [textInput, modalSelect, fileUpload, radioGroup]),
});

const textInputRow = z.object({
  type: z.literal(ComponentType.ActionRow),
  id,
  components: z.array(textInput.extend({ label: z.string().min(1).max(45) })).length(1),
});

const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id,
  content: z.string().trim().min(1).max(4000),
});

export const modal = z.object({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(z.discriminatedUnion('type', [label, textInputRow, textDisplay]))
    .min(1)
    .max(5),
});

export type ModalForm = z.infer<typeof modal>;
