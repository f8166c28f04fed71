import { randomBytes } from 'node:crypto';
import type { APIAttachment } from 'discord-api-types/v10';
import type { AttachmentForm } from './form/message.ts';
import { pictureOf } from './picture.ts';
import { applicationId, channelId } from './place.ts';
import { refusals } from './refusal.ts';
import { newSnowflake } from './snowflake.ts';

/** A file as it came with a request: `files[n]`. */
export interface Upload {
  readonly index: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface StoredFile {
  readonly attachment: APIAttachment;
  readonly bytes: Uint8Array;
  /** Part of the address; without it nobody can read the file. */
  readonly key: string;
}

export const largestFile = 10 * 1024 * 1024;

export interface Attachments {
  /** The attachments a message has after a request; nothing is stored yet. */
  plan(
    uploads: readonly Upload[],
    forms: readonly AttachmentForm[] | null | undefined,
    existing: readonly APIAttachment[],
  ): AttachmentPlan;
  store(plan: AttachmentPlan): void;
  /** A file that somebody sends with a command or a form: it belongs to no message. */
  receive(upload: Upload): APIAttachment;
  find(id: string, key: string): StoredFile | undefined;
  remove(attachments: readonly APIAttachment[]): void;
}

export interface AttachmentPlan {
  /** Those the message already had, and keeps. */
  readonly kept: readonly APIAttachment[];
  /** Kept because the request named them; others are kept only while they are shown. */
  readonly named: ReadonlySet<string>;
  readonly added: readonly StoredFile[];
}

export function createAttachments(baseUrl: string): Attachments {
  const files = new Map<string, StoredFile>();

  const toFile = (
    upload: Upload,
    form?: AttachmentForm,
    folder = `attachments/${channelId}`,
  ): StoredFile => {
    if (upload.bytes.length > largestFile) throw refusals.requestTooLarge();
    const id = newSnowflake();
    const key = randomBytes(16).toString('hex');
    const filename = fileName(form?.filename ?? upload.name);
    const url = `${baseUrl}/${folder}/${id}/${filename}?hm=${key}`;
    const { type, ...size } = pictureOf(upload.bytes) ?? {
      type: upload.type || 'application/octet-stream',
    };
    return {
      bytes: upload.bytes,
      key,
      attachment: {
        id,
        filename,
        size: upload.bytes.length,
        url,
        proxy_url: url,
        content_type: type,
        ...(form?.description && { description: form.description }),
        ...(form?.title && { title: form.title }),
        ...size,
      },
    };
  };

  return {
    plan(uploads, forms, existing) {
      const strangers = (forms ?? []).flatMap(({ id }, at) =>
        [...uploads.map(({ index }) => index), ...existing.map((it) => it.id)].includes(id)
          ? []
          : [
              {
                path: ['attachments', at, 'id'],
                code: 'MESSAGE_ATTACHMENT_NOT_FOUND',
                message: `Attachment ${id} is neither among the uploaded files nor on the message.`,
              },
            ],
      );
      if (strangers.length > 0) throw refusals.invalidForm(strangers);
      return {
        kept: existing
          .filter(({ id }) => !forms || forms.some((form) => form.id === id))
          .map((it) => describeAnew(it, forms ?? [])),
        named: new Set(forms?.map(({ id }) => id)),
        added: uploads.map((upload) =>
          toFile(
            upload,
            forms?.find(({ id }) => id === upload.index),
          ),
        ),
      };
    },
    store({ added }) {
      for (const file of added) files.set(file.attachment.id, file);
    },
    receive(upload) {
      const file = toFile(upload, undefined, `ephemeral-attachments/${applicationId}`);
      files.set(file.attachment.id, file);
      return { ...file.attachment, ephemeral: true };
    },
    find(id, key) {
      const file = files.get(id);
      return file?.key === key ? file : undefined;
    },
    remove(attachments) {
      for (const { id } of attachments) files.delete(id);
    },
  };
}

function describeAnew(attachment: APIAttachment, forms: readonly AttachmentForm[]): APIAttachment {
  const description = forms.find(({ id }) => id === attachment.id)?.description;
  return typeof description === 'string' ? { ...attachment, description } : attachment;
}

/** Discord keeps letters, digits, `-`, `_` and `.` of a file's name. */
const fileName = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '') || 'file';
