import { z } from 'zod';
import { rule } from './check.ts';
import { optional } from './shared.ts';

const webUrl = z.url({ protocol: /^https?$/ }).max(2048);
const mediaUrl = z
  .string()
  .max(2048)
  .refine(
    (url) => /^(https?|attachment):\/\/./.test(url),
    rule('URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https', 'attachment')."),
  );
const media = optional(z.object({ url: mediaUrl }));
const iconUrl = optional(mediaUrl);

const embed = z.object({
  title: optional(z.string().max(256)),
  description: optional(z.string().max(4096)),
  url: optional(webUrl),
  color: optional(z.int().min(0).max(0xffffff)),
  timestamp: optional(z.iso.datetime({ offset: true, local: true })),
  footer: optional(z.object({ text: optional(z.string().max(2048)), icon_url: iconUrl })),
  image: media,
  thumbnail: media,
  author: optional(
    z.object({ name: optional(z.string().max(256)), url: optional(webUrl), icon_url: iconUrl }),
  ),
  fields: optional(
    z
      .array(
        z.object({
          name: z.string().min(1).max(256),
          value: z.string().min(1).max(1024),
          inline: optional(z.boolean()),
        }),
      )
      .max(25),
  ),
});

export type EmbedForm = z.infer<typeof embed>;

const mostText = 6000;

/** All embeds of a message may hold this much text together. */
export const embeds = z
  .array(embed)
  .max(10)
  .refine(
    (list) => list.map(lengthOf).reduce((sum, length) => sum + length, 0) <= mostText,
    rule('MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${mostText}`),
  );

const lengthOf = ({ title, description, footer, author, fields = [] }: EmbedForm): number =>
  [title, description, footer?.text, author?.name, ...fields.flatMap((it) => [it.name, it.value])]
    .map((text) => text?.length ?? 0)
    .reduce((sum, length) => sum + length, 0);
