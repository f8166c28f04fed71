import {
  ButtonStyle,
  ChannelType,
  ComponentType,
  MessageFlags,
  SelectMenuDefaultValueType,
  SeparatorSpacingSize,
  type APIComponentInContainer,
  type APIContainerComponent,
  type AttachmentPayload,
} from 'discord.js';
import type { Block, Button, Choice, Reply, Tone } from '../../commands/index.ts';
import { escapeUserText } from './escape.ts';
import { toQuote } from './quote.ts';
import { limits, problemsOf, truncate } from './limits.ts';

/** A message in Components V2, as discord.js sends it. */
export interface Message {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: readonly APIContainerComponent[];
  readonly files: readonly AttachmentPayload[];
  /** Nobody is ever pinged. */
  readonly allowedMentions: { readonly parse: readonly [] };
}

const colours: Record<Tone, number> = {
  answer: 0x3ba55d,
  unsure: 0xffb83d,
  problem: 0xed4245,
  plain: 0x56b4e9,
};

/** A reply as a message. Throws if Discord would refuse it: our code, or a page, then has a mistake. */
export function render(reply: Reply): Message {
  const safe: Reply = { ...reply, blocks: reply.blocks.map(fit) };
  const problems = problemsOf(safe);
  if (problems.length > 0) throw new Error(`Discord would refuse this: ${problems.join('; ')}.`);
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: ComponentType.Container,
        accent_color: colours[reply.tone ?? 'plain'],
        components: safe.blocks.map(toComponent),
      },
    ],
    files: safe.blocks.flatMap(toFiles),
    allowedMentions: { parse: [] },
  };
}

/** Shortens what depends on data, and escapes what people typed. */
function fit(block: Block): Block {
  if (block.kind === 'quote') return { ...block, text: toQuote(escapeUserText(block.text)) };
  if (block.kind === 'chart' || block.kind === 'animation')
    return { ...block, altText: truncate(block.altText, limits.altText) };
  return block;
}

function toComponent(block: Block): APIComponentInContainer {
  switch (block.kind) {
    case 'text':
      return { type: ComponentType.TextDisplay, content: block.markdown };
    case 'quote':
      return { type: ComponentType.TextDisplay, content: block.text };
    case 'divider':
      return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
    case 'chart':
    case 'animation':
      return {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${block.name}` }, description: block.altText }],
      };
    case 'file':
      return { type: ComponentType.File, file: { url: `attachment://${block.name}` } };
    case 'buttons':
      return { type: ComponentType.ActionRow, components: block.buttons.map(toButton) };
    case 'select':
      return {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: block.customId,
            placeholder: block.placeholder,
            options: block.choices.map(toChoice),
          },
        ],
      };
    case 'pick':
      return { type: ComponentType.ActionRow, components: [toPick(block)] };
  }
}

const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

const toButton = ({ label, style, customId, disabled = false }: Button) => ({
  type: ComponentType.Button as const,
  style: styles[style],
  label,
  custom_id: customId,
  disabled,
});

const toChoice = ({ label, value, description, isChosen }: Choice) => ({
  label,
  value,
  ...(description && { description }),
  ...(isChosen && { default: true }),
});

function toPick({ of, customId, placeholder, most, chosen }: Extract<Block, { kind: 'pick' }>) {
  const shared = { custom_id: customId, placeholder, min_values: 0, max_values: most };
  return of === 'channels'
    ? {
        ...shared,
        type: ComponentType.ChannelSelect as const,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        default_values: chosen.map((id) => ({
          id,
          type: SelectMenuDefaultValueType.Channel as const,
        })),
      }
    : {
        ...shared,
        type: ComponentType.RoleSelect as const,
        default_values: chosen.map((id) => ({
          id,
          type: SelectMenuDefaultValueType.Role as const,
        })),
      };
}

/** The attachment carries the alt text too, for clients that show only files. */
function toFiles(block: Block): AttachmentPayload[] {
  if (block.kind === 'chart')
    return [{ attachment: block.png, name: block.name, description: block.altText }];
  if (block.kind === 'animation')
    return [{ attachment: block.gif, name: block.name, description: block.altText }];
  return block.kind === 'file' ? [{ attachment: block.bytes, name: block.name }] : [];
}
