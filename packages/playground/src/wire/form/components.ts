import { ButtonStyle, ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import { z } from 'zod';
import { rule } from './check.ts';
import { select } from './selects.ts';
import { customId, emoji, id, optional } from './shared.ts';

const shownButton = {
  type: z.literal(ComponentType.Button),
  id,
  label: optional(z.string().max(80)),
  emoji: optional(emoji),
  disabled: optional(z.boolean()),
};

const labelled = (button: { label?: string; emoji?: object }) =>
  Boolean(button.label || button.emoji);
const labelRule = rule(
  'BUTTON_COMPONENT_LABEL_REQUIRED',
  'A button must have a label or an emoji.',
);

const pressableButton = z
  .object({
    ...shownButton,
    style: z.literal([
      ButtonStyle.Primary,
      ButtonStyle.Secondary,
      ButtonStyle.Success,
      ButtonStyle.Danger,
    ]),
    custom_id: customId,
  })
  .refine(labelled, labelRule);

const linkButton = z
  .object({
    ...shownButton,
    style: z.literal(ButtonStyle.Link),
    url: z.url({ protocol: /^(https?|discord)$/ }).max(512),
  })
  .refine(labelled, labelRule);

const button = z.discriminatedUnion('style', [pressableButton, linkButton]);

const inRow = z.union([button, select]);

const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id,
    components: z
      .array(z.discriminatedUnion('type', [button, ...select.options]))
      .min(1)
      .max(5),
  })
  .refine(
    ({ components }) =>
      components.length === 1 || components.every(({ type }) => type === ComponentType.Button),
    {
      ...rule(
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width.',
      ),
      path: ['components'],
    },
  );

const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id,
  content: z.string().trim().min(1).max(4000),
});

const mediaUrl = z
  .string()
  .max(2048)
  .refine(
    (url) => /^(https?|attachment):\/\/./.test(url),
    rule('URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https', 'attachment')."),
  );

const altText = optional(z.string().max(1024).nullable());

const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id,
  media: z.object({ url: mediaUrl }),
  description: altText,
  spoiler: optional(z.boolean()),
});

const section = z.object({
  type: z.literal(ComponentType.Section),
  id,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const mediaGallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  id,
  items: z
    .array(
      z.object({
        media: z.object({ url: mediaUrl }),
        description: altText,
        spoiler: optional(z.boolean()),
      }),
    )
    .min(1)
    .max(10),
});

const file = z.object({
  type: z.literal(ComponentType.File),
  id,
  file: z.object({
    url: z
      .string()
      .refine(
        (url) => url.startsWith('attachment://'),
        rule('URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('attachment')."),
      ),
  }),
  spoiler: optional(z.boolean()),
});

const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id,
  divider: optional(z.boolean()),
  spacing: optional(z.enum(SeparatorSpacingSize)),
});

const inContainer = [actionRow, textDisplay, section, mediaGallery, file, separator] as const;

const container = z.object({
  type: z.literal(ComponentType.Container),
  id,
  accent_color: optional(z.int().min(0).max(0xffffff).nullable()),
  spoiler: optional(z.boolean()),
  components: z.array(z.discriminatedUnion('type', inContainer)).min(1),
});

/** The components of a message with the flag IS_COMPONENTS_V2, and of one without. */
export const componentsV2 = z.array(z.discriminatedUnion('type', [...inContainer, container]));
export const componentsV1 = z.array(actionRow).max(5);

export type TopLevelForm = z.infer<typeof componentsV2>[number];
export type ContainerForm = z.infer<typeof container>;
export type NestedForm = ContainerForm['components'][number];
export type InRowForm = z.infer<typeof inRow>;
