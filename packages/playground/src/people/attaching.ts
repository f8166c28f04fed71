import type { APIAttachment } from 'discord-api-types/v10';
import type { Attachments, Upload } from '../wire/attachments.ts';
import type { SentOption } from './options.ts';

/** The files of one interaction: Discord names each by its id, and describes them all beside it. */
export function attaching(attachments: Attachments) {
  const received: Record<string, APIAttachment> = {};
  const attach = (file: Upload): string => {
    const attachment = attachments.receive(file);
    received[attachment.id] = attachment;
    return attachment.id;
  };
  return {
    attach,
    optionOf: ({ value, ...option }: SentOption<Upload>) => ({
      ...option,
      value: typeof value === 'object' ? attach(value) : value,
    }),
    resolved: () =>
      Object.keys(received).length > 0 ? { resolved: { attachments: received } } : {},
  };
}
