import { ComponentType, MessageFlags, type APIMessage } from 'discord-api-types/v10';

/** What stands in the containers of a message. */
const parts = (message: APIMessage) =>
  (message.components ?? []).flatMap((part) =>
    part.type === ComponentType.Container ? part.components : [],
  );

export const textOf = (message: APIMessage): string =>
  parts(message)
    .flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []))
    .join('\n');

const controlsOf = (message: APIMessage) =>
  parts(message).flatMap((part) =>
    part.type === ComponentType.ActionRow ? [...part.components] : [],
  );

export const buttonsOf = (message: APIMessage) =>
  controlsOf(message).flatMap((part) =>
    part.type === ComponentType.Button && 'custom_id' in part
      ? [
          {
            label: part.label ?? '',
            customId: part.custom_id,
            disabled: part.disabled ?? false,
            style: part.style,
          },
        ]
      : [],
  );

export function buttonOf(message: APIMessage, label: string): string {
  const button = buttonsOf(message).find((one) => one.label === label);
  if (!button) throw new Error(`There is no button "${label}": ${textOf(message)}`);
  return button.customId;
}

export const selectsOf = (message: APIMessage) =>
  controlsOf(message).flatMap((part) => (part.type === ComponentType.StringSelect ? [part] : []));

/** The last one: the menu that every answer has. */
export function selectOf(message: APIMessage) {
  const select = selectsOf(message).at(-1);
  if (!select) throw new Error(`There is no menu: ${textOf(message)}`);
  return select;
}

export const picturesOf = (message: APIMessage) =>
  parts(message).flatMap((part) =>
    part.type === ComponentType.MediaGallery ? [...part.items] : [],
  );

export const filesOf = (message: APIMessage) =>
  parts(message).flatMap((part) => (part.type === ComponentType.File ? [part.file] : []));

/** What stands in the files of a message, each as text. */
export const textsOf = (message: APIMessage): Promise<string[]> =>
  Promise.all(filesOf(message).map(async ({ url }) => (await fetch(url)).text()));

export const isPrivate = (message: APIMessage): boolean =>
  ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

/** A demo that is over: nothing of it can be cancelled any more. */
export const isOver = (message: APIMessage): boolean =>
  buttonsOf(message).length > 0 &&
  !buttonsOf(message).some(({ label }) => label === 'Cancel this run');
