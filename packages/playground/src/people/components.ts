import { ComponentType } from 'discord-api-types/v10';
import { allComponents } from '../wire/components.ts';
import type { StoredMessage } from '../wire/messages.ts';
import { guildRoles } from '../wire/guild.ts';
import { appPermissions, channel, lounge } from '../wire/place.ts';
import type { select } from '../wire/form/selects.ts';
import type { z } from 'zod';

type Usable =
  | { readonly ok: true; readonly type: (typeof usable)[number] }
  | { readonly ok: false; readonly problem: string };

/** Whether the message has this button or menu, and it can be used with these values; undefined if it hasn't. */
export function checkComponent(
  { form }: StoredMessage,
  customId: string,
  kind: 'button' | 'menu',
  values: readonly string[] = [],
): Usable | undefined {
  for (const { component } of allComponents(form)) {
    if (!('custom_id' in component) || component.custom_id !== customId) continue;
    const { type } = component;
    if (!isUsable(type) || (type === ComponentType.Button) !== (kind === 'button')) continue;
    if (component.disabled) return { ok: false, problem: 'It is disabled.' };
    const problem = 'placeholder' in component ? problemOfValues(component, values) : undefined;
    return problem === undefined ? { ok: true, type } : { ok: false, problem };
  }
  return undefined;
}

const { Button, StringSelect, ChannelSelect, RoleSelect } = ComponentType;

/** What people can use here. */
const usable = [Button, StringSelect, ChannelSelect, RoleSelect] as const;
const isUsable = (type: ComponentType): type is (typeof usable)[number] =>
  (usable as readonly ComponentType[]).includes(type);

function problemOfValues(
  menu: z.infer<typeof select>,
  values: readonly string[],
): string | undefined {
  const { min_values: least, max_values: most } = menu;
  const [min, max] = [least ?? 1, most ?? 1];
  if (values.length < min || values.length > max)
    return min === max ? `Choose exactly ${min}.` : `Choose ${min} to ${max}.`;
  const choices = choicesOf(menu);
  return values.every((value) => choices.includes(value))
    ? undefined
    : 'The menu has no such choice.';
}

function choicesOf(menu: z.infer<typeof select>): readonly string[] {
  if (menu.type === StringSelect) return menu.options.map(({ value }) => value);
  if (menu.type === ChannelSelect) return serverChannels.map(({ id }) => id);
  return menu.type === RoleSelect ? guildRoles.map(({ id }) => id) : [];
}

/** The channels and roles that were chosen, as Discord sends them along. */
export function resolvedOf(type: ComponentType, values: readonly string[]): object {
  const pick = <Some extends { readonly id: string }>(all: readonly Some[]) =>
    Object.fromEntries(all.filter(({ id }) => values.includes(id)).map((each) => [each.id, each]));
  if (type === ChannelSelect) return { resolved: { channels: pick(serverChannels) } };
  return type === RoleSelect ? { resolved: { roles: pick(guildRoles) } } : {};
}

const serverChannels = [channel, lounge].map((each) => ({ ...each, permissions: appPermissions }));
