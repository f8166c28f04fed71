import {
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
  type APIAttachment,
  type APIButtonComponent,
  type APIComponentInActionRow,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import { h, truth, type Child } from './dom.ts';
import { dots } from './dots.ts';
import { withEmoji } from './emoji.ts';
import { icons } from './icons.ts';
import { markdown, type Names } from './markdown.ts';
import { picture } from './media.ts';
import { selectMenu } from './select.ts';
import { otherLanguage } from './text-language.ts';
import { words } from './words/index.ts';

/** What the parts of a message need to be drawn and to work. */
export interface Surroundings {
  readonly names: Names;
  readonly message: APIMessage;
  /** The component the bot has not answered yet. */
  readonly busy: string | undefined;
  readonly press: (customId: string) => void;
  readonly select: (customId: string, values: readonly string[]) => void;
}

export const components = (around: Surroundings): Child[] =>
  (around.message.components ?? []).map((component) => draw(component, around));

export const textBlock = (text: string, names: Names): HTMLElement =>
  h('div', { class: 'text', lang: otherLanguage(text) }, markdown(text, names));

function draw(component: APIMessageTopLevelComponent, around: Surroundings): Child {
  switch (component.type) {
    case ComponentType.Container: {
      const box = h(
        'div',
        { class: 'container' },
        component.components.map((child) => draw(child, around)),
      );
      const { accent_color: colour } = component;
      if (typeof colour === 'number')
        box.style.setProperty('--accent', `#${colour.toString(16).padStart(6, '0')}`);
      return box;
    }
    case ComponentType.ActionRow:
      return h(
        'div',
        { class: 'row' },
        component.components.map((child) => control(child, around)),
      );
    case ComponentType.TextDisplay:
      return textBlock(component.content, around.names);
    case ComponentType.Section:
      return h(
        'div',
        { class: 'section' },
        h(
          'div',
          {},
          component.components.map((child) => draw(child, around)),
        ),
        component.accessory.type === ComponentType.Thumbnail
          ? picture(component.accessory.media, component.accessory.description)
          : control(component.accessory, around),
      );
    case ComponentType.MediaGallery:
      return h(
        'div',
        { class: 'gallery', 'data-count': component.items.length },
        component.items.map(({ media, description }) => picture(media, description)),
      );
    case ComponentType.File:
      return fileCard(around.message.attachments.find(({ url }) => url === component.file.url));
    case ComponentType.Separator:
      return h('hr', {
        class: [
          'separator',
          component.divider === false ? 'invisible' : '',
          component.spacing === SeparatorSpacingSize.Large ? 'large' : '',
        ].join(' '),
      });
    default:
      return undefined;
  }
}

function control(component: APIComponentInActionRow, around: Surroundings): Child {
  if (component.type === ComponentType.Button) return button(component, around);
  if (component.type === ComponentType.StringSelect)
    return selectMenu(component, component.custom_id === around.busy, (values) =>
      around.select(component.custom_id, values),
    );
  const picked = pickMenu(component, around.names);
  return picked
    ? selectMenu(picked, component.custom_id === around.busy, (values) =>
        around.select(component.custom_id, values),
      )
    : h('span', { class: 'muted' }, words.notShown);
}

/** A menu of channels or roles, drawn as one of choices. */
function pickMenu(
  component: APIComponentInActionRow,
  names: Names,
): APIStringSelectComponent | undefined {
  const { ChannelSelect, RoleSelect, StringSelect } = ComponentType;
  const { type } = component;
  if (type !== ChannelSelect && type !== RoleSelect) return undefined;
  const {
    default_values: defaults = [],
    custom_id,
    placeholder,
    min_values,
    max_values,
  } = component;
  const options = (type === ChannelSelect ? names.channels() : names.roles()).map((each) => ({
    label: type === ChannelSelect ? `#${each.name}` : `@${each.name}`,
    value: each.id,
    default: defaults.some(({ id }) => id === each.id),
  }));
  return {
    type: StringSelect,
    custom_id,
    options,
    ...(placeholder !== undefined && { placeholder }),
    ...(min_values !== undefined && { min_values }),
    ...(max_values !== undefined && { max_values }),
  };
}

const styleNames: Partial<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

function button(component: APIButtonComponent, { busy, press }: Surroundings): HTMLElement {
  const label = 'label' in component ? component.label : undefined;
  const emoji = 'emoji' in component ? component.emoji?.name : undefined;
  const inside = withEmoji([emoji, label].filter(Boolean).join(' '));
  if ('url' in component)
    return h(
      'a',
      { class: 'button', href: component.url, target: '_blank', rel: 'noreferrer noopener' },
      inside,
    );
  const customId = 'custom_id' in component ? component.custom_id : '';
  const isBusy = busy === customId;
  return h(
    'button',
    {
      type: 'button',
      class: `button ${styleNames[component.style] ?? ''}`,
      disabled: component.disabled ?? false,
      'aria-busy': truth(isBusy),
      'data-key': customId,
      on: { click: () => !isBusy && press(customId) },
    },
    h('span', { lang: otherLanguage(label ?? '') }, inside),
    isBusy && dots(),
  );
}

export function fileCard(attachment: APIAttachment | undefined): Child {
  if (!attachment) return undefined;
  const { filename, size, url } = attachment;
  return h(
    'div',
    { class: 'file' },
    icons.file(),
    h('div', {}, h('a', { href: url, download: filename }, filename), h('small', {}, bytes(size))),
    h(
      'a',
      {
        class: 'icon-button',
        href: url,
        download: filename,
        'aria-label': words.download(filename),
      },
      icons.download(),
    ),
  );
}

function bytes(size: number): string {
  if (size < 1024) return `${size} bytes`;
  if (size < 1024 ** 2) return `${(size / 1024).toFixed(1)} KB`;
  return `${(size / 1024 ** 2).toFixed(1)} MB`;
}
