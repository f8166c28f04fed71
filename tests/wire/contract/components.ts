import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { entriesOf, isFields, wrong, type Fields, type Violation } from './violation.ts';

type Path = readonly PropertyKey[];
export type Placed = readonly [path: Path, component: Fields];

/** Every component of a body, however deep, with its path. */
export const componentsIn = (body: Fields, path: Path = []): Placed[] => [
  ...below(body, path),
  // The one button or picture beside a section's text; the one control of a modal's label.
  ...['accessory', 'component'].flatMap((name) => {
    const inner = body[name];
    return isFields(inner) ? itself(inner, [...path, name]) : [];
  }),
];

const below = (body: Fields, path: Path): Placed[] =>
  entriesOf(body['components']).flatMap(([at, inner]) =>
    itself(inner, [...path, 'components', at]),
  );

const itself = (component: Fields, path: Path): Placed[] => [
  [path, component],
  ...componentsIn(component, path),
];

const mostComponents = 40;
const mostText = 4_000;

/** Limits on components that the specification's schemas don't state. */
export function againstComponentLimits(body: Fields, path: Path): Violation[] {
  const all = componentsIn(body, path);
  const texts = all.flatMap(([, { type, content }]) =>
    type === ComponentType.TextDisplay && typeof content === 'string' ? [content] : [],
  );
  const length = texts.join('').length;
  return [
    ...(all.length > mostComponents
      ? [wrong([...path, 'components'], `${all.length} components, at most ${mostComponents}.`)]
      : []),
    ...(length > mostText
      ? [wrong([...path, 'components'], `${length} characters of text, at most ${mostText}.`)]
      : []),
    ...repeated(all, 'custom_id'),
    ...repeated(all, 'id'),
    ...all.flatMap(againstOwnLimits),
    ...againstFlags(body, path, all),
  ];
}

function repeated(all: readonly Placed[], field: 'custom_id' | 'id'): Violation[] {
  const seen = new Set<unknown>();
  return all.flatMap(([path, component]) => {
    const value = component[field];
    if (value === undefined || value === null) return [];
    if (seen.has(value)) return [wrong([...path, field], `Two components have the same ${field}.`)];
    seen.add(value);
    return [];
  });
}

const selects: readonly unknown[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

function againstOwnLimits([path, component]: Placed): Violation[] {
  switch (component['type']) {
    case ComponentType.TextDisplay:
      return isBlank(component['content']) ? [wrong([...path, 'content'], 'Is empty.')] : [];
    case ComponentType.Button:
      return againstButtonLimits(path, component);
    case ComponentType.ActionRow: {
      const inner = entriesOf(component['components']);
      return inner.length > 1 && inner.some(([, { type }]) => selects.includes(type))
        ? [wrong([...path, 'components'], 'A menu needs a row for itself.')]
        : [];
    }
    case ComponentType.StringSelect:
      return againstChoiceLimits(path, component);
    default:
      return [];
  }
}

const linkStyle = 5;
const premiumStyle = 6;

function againstButtonLimits(path: Path, { style, label, emoji, custom_id, url }: Fields) {
  const bare = isBlank(label) && !isFields(emoji) && style !== premiumStyle;
  const needsId = style !== linkStyle && style !== premiumStyle;
  return [
    ...(bare ? [wrong([...path, 'label'], 'A button needs words or an emoji.')] : []),
    ...(needsId && typeof custom_id !== 'string'
      ? [wrong([...path, 'custom_id'], 'Such a button needs a custom_id.')]
      : []),
    ...(needsId === (typeof url === 'string')
      ? [wrong([...path, 'url'], 'A link, and only a link, has a url.')]
      : []),
  ];
}

function againstChoiceLimits(path: Path, component: Fields): Violation[] {
  const options = entriesOf(component['options']);
  const values = options.map(([, { value }]) => value);
  const chosen = options.filter(([, option]) => option['default'] === true).length;
  const most = component['max_values'] ?? 1;
  return [
    ...(new Set(values).size < values.length
      ? [wrong([...path, 'options'], 'Two choices have the same value.')]
      : []),
    ...(typeof most === 'number' && chosen > most
      ? [wrong([...path, 'options'], `${chosen} choices are chosen, at most ${most}.`)]
      : []),
  ];
}

const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

/** What stands beside Components V2, and what needs their flag. */
function againstFlags(body: Fields, path: Path, all: readonly Placed[]): Violation[] {
  const flags = typeof body['flags'] === 'number' ? body['flags'] : 0;
  if (flags & MessageFlags.IsComponentsV2)
    return ['content', 'embeds', 'poll', 'sticker_ids'].flatMap((field) =>
      body[field] === undefined || body[field] === null || isEmptyList(body[field])
        ? []
        : [wrong([...path, field], 'Has no place beside Components V2.')],
    );
  // Of a modal the components are its fields.
  if (typeof body['custom_id'] === 'string') return [];
  return all.length === 0 || entriesOf(body['components']).every(([, it]) => isRow(it))
    ? []
    : [wrong([...path, 'flags'], 'These components need the flag IsComponentsV2.')];
}

const isRow = ({ type }: Fields): boolean => type === ComponentType.ActionRow;

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
