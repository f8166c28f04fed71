import {
  ComponentType,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { InRowForm, NestedForm, TopLevelForm } from './form/components.ts';

type FileForm = Extract<NestedForm, { file: unknown }>;
type AnyForm = TopLevelForm | InRowForm | Extract<NestedForm, { accessory: unknown }>['accessory'];

/** A component, and its path in the body. */
export interface Found {
  readonly component: AnyForm;
  readonly path: readonly PropertyKey[];
}

/** Every component of a message, nested ones too, as Discord counts them. */
export function allComponents(components: readonly TopLevelForm[]): Found[] {
  return components.flatMap((component, at) => withNested(component, ['components', at]));
}

function withNested(component: AnyForm, path: readonly PropertyKey[]): Found[] {
  const children: readonly AnyForm[] = 'components' in component ? component.components : [];
  return [
    { component, path },
    ...children.flatMap((child, at) => withNested(child, [...path, 'components', at])),
    ...('accessory' in component ? withNested(component.accessory, [...path, 'accessory']) : []),
  ];
}

/** The addresses of pictures and files, and where they stand. */
export const mediaOf = ({ component, path }: Found): { url: string; path: PropertyKey[] }[] => {
  if (component.type === ComponentType.Thumbnail)
    return [{ url: component.media.url, path: [...path, 'media', 'url'] }];
  if (component.type === ComponentType.File)
    return [{ url: component.file.url, path: [...path, 'file', 'url'] }];
  if (component.type === ComponentType.MediaGallery)
    return component.items.map(({ media }, at) => ({
      url: media.url,
      path: [...path, 'items', at, 'media', 'url'],
    }));
  return [];
};

export interface Media {
  readonly id: string;
  readonly url: string;
  readonly proxy_url: string;
  readonly attachment_id?: string;
}

/** What stands behind an address: its description, and the file if it is one of the message's. */
export interface Resolved {
  readonly media: Media;
  readonly file?: { readonly name: string; readonly size: number };
}

/** What Discord adds to a select that doesn't say how many can be chosen. */
const inRow = (form: InRowForm): InRowForm =>
  form.type === ComponentType.Button ? form : { min_values: 1, max_values: 1, ...form };

/** What Discord makes of the components it was sent: media resolved, every component numbered. */
export function finish(
  components: readonly TopLevelForm[],
  resolve: (url: string) => Resolved,
): APIMessageTopLevelComponent[] {
  let last = 0;
  const number = <Form extends { id?: number }>(form: Form) => ({ ...form, id: form.id ?? ++last });

  const fileOf = (form: FileForm) => {
    const { media, file } = resolve(form.file.url);
    return { ...number(form), file: media, ...file };
  };

  const nested = (form: NestedForm): APIComponentInContainer => {
    switch (form.type) {
      case ComponentType.ActionRow:
        return { ...number(form), components: form.components.map((it) => number(inRow(it))) };
      case ComponentType.TextDisplay:
      case ComponentType.Separator:
        return number(form);
      case ComponentType.File:
        return fileOf(form);
      case ComponentType.MediaGallery:
        return {
          ...number(form),
          items: form.items.map((item) => ({ ...item, media: resolve(item.media.url).media })),
        };
      case ComponentType.Section:
        return {
          ...number(form),
          components: form.components.map(number),
          accessory:
            form.accessory.type === ComponentType.Thumbnail
              ? { ...number(form.accessory), media: resolve(form.accessory.media.url).media }
              : number(form.accessory),
        };
    }
  };
  return components.map((form) =>
    form.type === ComponentType.Container
      ? { ...number(form), components: form.components.map(nested) }
      : nested(form),
  );
}
