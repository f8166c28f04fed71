import { ChannelType } from 'discord-api-types/v10';
import { z } from 'zod';
import { optional } from './shared.ts';

/** How long a thread rests before Discord archives it, in minutes. */
const rests = [60, 1_440, 4_320, 10_080] as const;

/** A thread that hangs on no message. Discord makes it private where no type is given; here there are public ones only. */
export const threadForm = z.object({
  name: z.string().min(1).max(100),
  type: z.literal(ChannelType.PublicThread),
  auto_archive_duration: optional(z.literal(rests)),
  rate_limit_per_user: optional(z.int().min(0).max(21_600)),
});

export type ThreadForm = z.infer<typeof threadForm>;
