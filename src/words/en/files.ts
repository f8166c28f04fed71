/** Bytes as people write them: 200 kB, 4 MB. */
export const bytes = (count: number): string =>
  count >= 1_000_000 ? `${count / 1_000_000} MB` : `${Math.round(count / 1000)} kB`;

/** Why a file that somebody sent can't be read, and what to do. */
export const files = {
  tooLarge: (most: number) =>
    `**That file is too large for me:** I read at most ${bytes(most)}. Send the part that matters.`,
  elsewhere:
    '**I read files from Discord itself only**, and that one is somewhere else. Upload it here.',
  gone: '**That file is not there any more.** Upload it again.',
  tooSlow: (seconds: number) =>
    `**Discord did not hand me that file within ${seconds} s.** Try it again in a minute.`,
  unreachable: '**I could not get that file from Discord.** Try it again in a minute.',
};
