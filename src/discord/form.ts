import {
  ComponentType,
  TextInputStyle,
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Filled, Form, FormField } from '../../commands/index.ts';
import { toFile } from './files.ts';

/** A form as Discord's modal. */
export const toModal = ({
  customId,
  title,
  fields,
}: Form): APIModalInteractionResponseCallbackData => ({
  custom_id: customId,
  title,
  components: fields.map(toLabel),
});

const toLabel = (field: FormField): APILabelComponent => ({
  type: ComponentType.Label,
  label: field.label,
  ...(field.description !== undefined && { description: field.description }),
  component: toComponent(field),
});

function toComponent(field: FormField): APIComponentInLabel {
  const shared = { custom_id: field.name, required: false };
  switch (field.kind) {
    case 'file':
      return {
        ...shared,
        type: ComponentType.FileUpload,
        min_values: 0,
        max_values: 1,
        file_types: [...field.fileTypes],
      };
    case 'paragraph':
      return {
        ...shared,
        type: ComponentType.TextInput,
        style: TextInputStyle.Paragraph,
      };
    case 'choice':
      return {
        ...shared,
        type: ComponentType.RadioGroup,
        options: field.choices.map(({ label, value, description, isChosen }) => ({
          label,
          value,
          ...(description !== undefined && { description }),
          ...(isChosen && { default: true }),
        })),
      };
  }
}

/** What somebody filled in. A client can send any fields, so none is expected to be there. */
export function filledOf({ fields }: ModalSubmitInteraction): Filled {
  const all = [...fields.fields.values()];
  return {
    texts: Object.fromEntries(
      all.flatMap((field) =>
        'value' in field && typeof field.value === 'string' && field.value !== ''
          ? [[field.customId, field.value]]
          : [],
      ),
    ),
    files: Object.fromEntries(
      all.flatMap((field) => {
        const file = 'attachments' in field ? field.attachments?.first() : undefined;
        return file ? [[field.customId, toFile(file)]] : [];
      }),
    ),
  };
}
