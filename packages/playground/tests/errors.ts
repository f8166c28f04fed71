/** The codes of all problems, by path: `components[0].label`. */
export function codesOf(errors: unknown, path: readonly string[] = []): Record<string, string[]> {
  if (typeof errors !== 'object' || errors === null) return {};
  return Object.assign(
    {},
    ...Object.entries(errors).map(([key, value]: [string, unknown]) =>
      key === '_errors' && Array.isArray(value)
        ? { [path.join('.')]: value.map(({ code }: { code: string }) => code) }
        : codesOf(value, [...path, key]),
    ),
  ) as Record<string, string[]>;
}
