import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInActionRow,
  type APIMessage,
} from 'discord-api-types/v10';

/**
 * The buttons of a message that put a choice to everybody: the first row in which all are blue, Discord's colour for what
 * a message is there for. Empty if it has no such row. The page and the server both go by this.
 */
export function choiceOf({ components = [] }: Pick<APIMessage, 'components'>): readonly string[] {
  const rows = components.flatMap((each) =>
    each.type === ComponentType.Container ? each.components : [each],
  );
  for (const row of rows)
    if (row.type === ComponentType.ActionRow && isChoice(row))
      return row.components.map(({ custom_id }) => custom_id);
  return [];
}

const isChoice = (
  row: APIActionRowComponent<APIComponentInActionRow>,
): row is APIActionRowComponent<APIButtonComponentWithCustomId> =>
  row.components.every(
    (each) =>
      each.type === ComponentType.Button && each.style === ButtonStyle.Primary && !each.disabled,
  );
