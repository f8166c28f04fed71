/** What Discord's client looks at before it sends a file. */
export interface Picked {
  readonly name: string;
}

/** Undefined if the file may be sent; the client goes by its name alone, and believes it. */
export function problemOfFile(
  { name }: Picked,
  fileTypes: readonly string[] | undefined,
): string | undefined {
  const isOf = (type: string) =>
    type.startsWith('.')
      ? name.toLowerCase().endsWith(type.toLowerCase())
      : (endings[type] ?? []).some((ending) => name.toLowerCase().endsWith(ending));
  return !fileTypes?.length || fileTypes.some(isOf)
    ? undefined
    : `${name} is not one of ${fileTypes.join(', ')}`;
}

/** Some of those that a group stands for. */
const endings: Readonly<Record<string, readonly string[]>> = {
  audio: ['.mp3', '.ogg', '.wav', '.flac', '.m4a'],
  image: ['.png', '.jpg', '.jpeg', '.gif', '.webp'],
  video: ['.mp4', '.mov', '.webm'],
};
