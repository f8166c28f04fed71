import {
  ComponentType,
  MessageFlags,
  type APIAttachment,
  type APIMessage,
} from 'discord-api-types/v10';
import type { AttachmentPlan } from './attachments.ts';
import { allComponents, mediaOf } from './components.ts';
import { check, refuseAny } from './form/check.ts';
import { componentsV1, componentsV2, type TopLevelForm } from './form/components.ts';
import { messageBody, type MessageBody } from './form/message.ts';
import { refusals, type Issue } from './refusal.ts';

const mostComponents = 40;
const mostText = 4000;

export interface MessageDraft {
  readonly body: MessageBody;
  readonly isV2: boolean;
  readonly components: readonly TopLevelForm[] | undefined;
}

/** Checks a body for itself; `edited`: the message it changes. */
export function readMessage(json: unknown, edited?: APIMessage): MessageDraft {
  const body = check(messageBody, json);
  const wasV2 = hasFlag(edited?.flags, MessageFlags.IsComponentsV2);
  const isV2 = wasV2 || hasFlag(body.flags, MessageFlags.IsComponentsV2);
  refuseAny([
    ...(wasV2 && typeof body.flags === 'number' && !hasFlag(body.flags, MessageFlags.IsComponentsV2)
      ? [v2Removed]
      : []),
    ...(isV2 ? legacyFields(body) : []),
  ]);
  const components =
    body.components === undefined
      ? undefined
      : check(isV2 ? componentsV2 : componentsV1, body.components ?? [], ['components']);
  refuseAny(problemsOf(components ?? []));
  return { body, isV2, components };
}

export const hasFlag = (flags: number | null | undefined, flag: MessageFlags): boolean =>
  ((flags ?? 0) & flag) !== 0;

const v2Removed: Issue = {
  path: ['flags'],
  code: 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
  message: 'Once a message has been sent with IS_COMPONENTS_V2, the flag cannot be removed.',
};

const legacyFields = (body: MessageBody): Issue[] =>
  (['content', 'embeds', 'poll', 'sticker_ids'] as const)
    .filter((field) => (field === 'embeds' ? body.embeds?.length : body[field]))
    .map((field) => ({
      path: [field],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));

function problemsOf(components: readonly TopLevelForm[]): Issue[] {
  const all = allComponents(components);
  return [
    ...(all.length > mostComponents
      ? [
          {
            path: ['components'],
            code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            message: `The total number of components cannot exceed ${mostComponents}, there are ${all.length}.`,
          },
        ]
      : []),
    ...(textOf(components).length > mostText
      ? [
          {
            path: ['components'],
            code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            message: `The total displayable text size exceeds the maximum size of ${mostText}.`,
          },
        ]
      : []),
    ...repeated(all, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED'),
    ...repeated(all, 'id', 'COMPONENT_ID_DUPLICATED'),
  ];
}

function repeated(
  all: ReturnType<typeof allComponents>,
  field: 'custom_id' | 'id',
  code: string,
): Issue[] {
  const seen = new Set<string | number>();
  return all.flatMap(({ component, path }) => {
    const value =
      field === 'id' ? component.id : 'custom_id' in component ? component.custom_id : undefined;
    if (value === undefined) return [];
    if (seen.has(value))
      return [{ path: [...path, field], code, message: `Component ${field} cannot be duplicated` }];
    seen.add(value);
    return [];
  });
}

/** All text of a Components V2 message, one after the other. */
export const textOf = (components: readonly TopLevelForm[]): string =>
  allComponents(components)
    .flatMap(({ component }) =>
      component.type === ComponentType.TextDisplay ? component.content : [],
    )
    .join('');

/** Refuses media that is nowhere, and files that are shown nowhere. Returns what the message has attached then. */
export function placeAttachments(
  { isV2 }: MessageDraft,
  components: readonly TopLevelForm[],
  { kept, named, added }: AttachmentPlan,
): APIAttachment[] {
  const fresh = added.map(({ attachment }) => attachment);
  if (!isV2) return [...kept, ...fresh];
  const media = allComponents(components).flatMap(mediaOf);
  const isPlaced = ({ filename, url }: APIAttachment) =>
    media.some((it) => it.url === `attachment://${filename}` || it.url === url);
  const known = new Set([...kept, ...fresh].map(({ filename }) => `attachment://${filename}`));
  refuseAny([
    ...media
      .filter(({ url }) => url.startsWith('attachment://') && !known.has(url))
      .map(({ url, path }) => ({
        path,
        code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        message: `The referenced attachment '${url}' was not found`,
      })),
    ...[...kept.filter(({ id }) => named.has(id)), ...fresh]
      .filter((attachment) => !isPlaced(attachment))
      .map(({ filename }, at) => ({
        path: ['attachments', at],
        code: 'MESSAGE_ATTACHMENT_NOT_PLACED',
        message: `The attachment '${filename}' is shown by no component.`,
      })),
  ]);
  return [...kept.filter(isPlaced), ...fresh];
}

export function refuseEmpty(
  message: Pick<APIMessage, 'content' | 'embeds' | 'attachments' | 'components'>,
) {
  const { content, embeds, attachments, components } = message;
  if (!content.trim() && !embeds.length && !attachments.length && !components?.length)
    throw refusals.emptyMessage();
}
