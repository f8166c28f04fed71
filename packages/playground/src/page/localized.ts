/** What Discord shows of a command or an option in a language. */
interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string | null | undefined>> | null;
}

interface Described {
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string | null | undefined>> | null;
}

export const nameIn = ({ name, name_localizations: names }: Named, locale: string): string =>
  names?.[locale] ?? name;

export const descriptionIn = (
  { description, description_localizations: texts }: Described,
  locale: string,
): string => texts?.[locale] ?? description;
