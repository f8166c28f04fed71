import {
  ComponentType,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
} from 'discord.js';

/** Of everything in a message that can be pressed or chosen from, from top to bottom. */
export const customIdsIn = (
  parts: readonly (APIMessageTopLevelComponent | APIComponentInContainer)[],
): string[] =>
  parts.flatMap((part) => {
    if (part.type === ComponentType.Container) return customIdsIn(part.components);
    if (part.type !== ComponentType.ActionRow) return [];
    return part.components.flatMap((control) =>
      'custom_id' in control ? [control.custom_id] : [],
    );
  });
