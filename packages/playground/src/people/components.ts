import { ComponentType } from 'discord-api-types/v10';
import { allComponents } from '../wire/components.ts';
import type { StoredMessage } from '../wire/messages.ts';
import type { stringSelect } from '../wire/form/selects.ts';
import type { z } from 'zod';

type Usable = { readonly ok: true } | { readonly ok: false; readonly problem: string };

/** Whether the message has this button or menu, and it can be used with these values; undefined if it hasn't. */
export function checkComponent(
  { form }: StoredMessage,
  customId: string,
  type: ComponentType.Button | ComponentType.StringSelect,
  values: readonly string[] = [],
): Usable | undefined {
  for (const { component } of allComponents(form)) {
    if (component.type !== type || !('custom_id' in component)) continue;
    if (component.custom_id !== customId) continue;
    if (component.disabled) return { ok: false, problem: 'It is disabled.' };
    const problem =
      component.type === ComponentType.StringSelect
        ? problemOfValues(component, values)
        : undefined;
    return problem === undefined ? { ok: true } : { ok: false, problem };
  }
  return undefined;
}

function problemOfValues(
  { min_values: min = 1, max_values: max = 1, options }: z.infer<typeof stringSelect>,
  values: readonly string[],
): string | undefined {
  if (values.length < min || values.length > max)
    return min === max ? `Choose exactly ${min}.` : `Choose ${min} to ${max}.`;
  return values.every((value) => options.some((option) => option.value === value))
    ? undefined
    : 'The menu has no such choice.';
}
