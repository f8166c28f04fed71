import { z } from 'zod';

/** JSON has no `undefined`: a field is there or not. */
export const optional = z.exactOptional;

/** A component's number within its message. */
export const id = optional(z.int().min(0).max(0x7fff_ffff));

export const customId = z.string().min(1).max(100);

export const emoji = z.object({
  id: optional(z.string()),
  name: optional(z.string()),
  animated: optional(z.boolean()),
});

/** Of the files that can be picked: a group of them, or the end of a name. */
export const fileTypes = optional(
  z
    .array(z.union([z.literal(['audio', 'image', 'video']), z.templateLiteral(['.', z.string()])]))
    .max(10),
);
