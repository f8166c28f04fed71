import { entriesOf, isFields, listOf, wrong, type Fields, type Violation } from './violation.ts';

type Path = readonly PropertyKey[];

const mostLetters = 8_000;
const chatName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const chatInput = 1;

/** Limits on command definitions that the specification's schemas don't state. */
export function againstDefinitionLimits(commands: unknown): Violation[] {
  const seen = new Set<string>();
  return entriesOf(commands).flatMap(([at, command]) => {
    const { type = chatInput, name, description } = command;
    const key = `${String(type)} ${String(name)}`;
    const isTwice = seen.has(key);
    seen.add(key);
    const isSlash = type === chatInput;
    return [
      ...(isTwice ? [wrong([at, 'name'], 'Two commands of one kind have this name.')] : []),
      ...(isSlash ? againstNames(command, [at]) : againstContextMenu(command, [at])),
      ...(isSlash && !description ? [wrong([at, 'description'], 'Is missing.')] : []),
      ...againstOptions(command, [at]),
      ...(lettersIn(command) > mostLetters
        ? [
            wrong(
              [at],
              `${lettersIn(command)} characters of names, descriptions and values together, at most ${mostLetters}.`,
            ),
          ]
        : []),
    ];
  });
}

const namesOf = ({
  name,
  name_localizations: others,
}: Fields): readonly (readonly [Path, unknown])[] => [
  [['name'], name],
  ...Object.entries(isFields(others) ? others : {}).map(
    ([locale, text]) => [['name_localizations', locale], text] as const,
  ),
];

const againstNames = (one: Fields, path: Path): Violation[] =>
  namesOf(one).flatMap(([at, name]) =>
    typeof name === 'string' && chatName.test(name) && name === name.toLowerCase()
      ? []
      : [wrong([...path, ...at], 'Is no name of a slash command or option.')],
  );

const againstContextMenu = ({ description, options }: Fields, path: Path): Violation[] => [
  ...(description ? [wrong([...path, 'description'], 'A context menu has none.')] : []),
  ...(listOf(options).length > 0 ? [wrong([...path, 'options'], 'A context menu has none.')] : []),
];

function againstOptions(command: Fields, path: Path): Violation[] {
  const options = entriesOf(command['options']);
  const names = options.map(([, { name }]) => name);
  const firstFree = options.findIndex(([, { required }]) => required !== true);
  return [
    ...(new Set(names).size < names.length
      ? [wrong([...path, 'options'], 'Two options have the same name.')]
      : []),
    ...options.flatMap(([at, option]) => {
      const here = [...path, 'options', at];
      return [
        ...againstNames(option, here),
        ...(option['required'] === true && firstFree >= 0 && at > firstFree
          ? [wrong([...here, 'required'], 'Required options come first.')]
          : []),
        ...(option['autocomplete'] === true && listOf(option['choices']).length > 0
          ? [wrong([...here, 'choices'], 'Has no place beside autocomplete.')]
          : []),
      ];
    }),
  ];
}

/** As Discord counts: of each text the longest translation. */
function lettersIn(one: Fields): number {
  const longest = (text: unknown, translations: unknown) =>
    Math.max(...[text, ...Object.values(isFields(translations) ? translations : {})].map(lengthOf));
  return (
    longest(one['name'], one['name_localizations']) +
    longest(one['description'], one['description_localizations']) +
    lengthOf(one['value']) +
    [...entriesOf(one['options']), ...entriesOf(one['choices'])]
      .map(([, inner]) => lettersIn(inner))
      .reduce((sum, count) => sum + count, 0)
  );
}

const lengthOf = (text: unknown): number => (typeof text === 'string' ? text.length : 0);
