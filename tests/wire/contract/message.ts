import { componentsIn } from './components.ts';
import {
  entriesOf,
  isFields,
  listOf,
  wrong,
  type Fields,
  type Violation,
  type WireFile,
} from './violation.ts';

type Path = readonly PropertyKey[];

const mostBytes = 10 * 1024 * 1024;
const mostFiles = 10;

/** We promise to ping nobody but one chosen person, whatever stands in the text. */
export function againstPings(body: Fields, path: Path): Violation[] {
  const says = listOf(body['components']).length > 0 || typeof body['content'] === 'string';
  const allowed = body['allowed_mentions'];
  if (!says) return [];
  const here = [...path, 'allowed_mentions'];
  if (!isFields(allowed)) return [wrong(here, 'Is missing: everybody named would be pinged.')];
  const { parse, users, roles } = allowed;
  return [
    ...(Array.isArray(parse) && parse.length === 0
      ? []
      : [wrong([...here, 'parse'], 'Must be empty.')]),
    ...(listOf(users).length > 1 ? [wrong([...here, 'users'], 'At most one person.')] : []),
    ...(listOf(roles).length > 0 ? [wrong([...here, 'roles'], 'Roles are never pinged.')] : []),
  ];
}

/** Every file is described, shown and named once; every name that is shown is there. */
export function againstFileTies(body: Fields, path: Path, files: readonly WireFile[]): Violation[] {
  const described = entriesOf(body['attachments']);
  const uploaded = new Set(files.map(({ index }) => index));
  const names = files.map(({ name }) => name);
  const shown = componentsIn(body, path).flatMap(([at, component]) => mediaOf(at, component));
  const isShown = (name: string) => shown.some(({ url }) => url === `attachment://${name}`);
  const isV2 = componentsIn(body).length > 0;
  // Files that the message already had keep their ids, and their names are not in the request.
  const keeps = described.some(([, { id }]) => isSnowflake(id));
  return [
    ...described
      .filter(([, { id }]) => !uploaded.has(String(id)) && !isSnowflake(id))
      .map(([at, { id }]) =>
        wrong([...path, 'attachments', at, 'id'], `No file has the id ${String(id)}.`),
      ),
    ...shown
      .filter(({ url }) => !keeps && url.startsWith('attachment://'))
      .filter(({ url }) => !names.includes(url.slice('attachment://'.length)))
      .map(({ path: at, url }) => wrong(at, `${url} was not uploaded.`)),
    ...files.flatMap(({ index, name }) => [
      ...(described.some(([, { id }]) => String(id) === index)
        ? []
        : [wrong([`files[${index}]`], 'Stands in no entry of attachments.')]),
      ...(isV2 && !isShown(name) ? [wrong([`files[${index}]`], `${name} is shown nowhere.`)] : []),
      // Discord replaces other characters, and then `attachment://` would find nothing.
      ...(/^[\w-][\w.-]{0,99}$/.test(name)
        ? []
        : [wrong([`files[${index}]`], `"${name}" would be renamed.`)]),
    ]),
    ...(new Set(names).size < names.length ? [wrong(['files'], 'Two have the same name.')] : []),
    ...(files.length > mostFiles
      ? [wrong(['files'], `${files.length}, at most ${mostFiles}.`)]
      : []),
    ...(files.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostBytes
      ? [wrong(['files'], `More than ${mostBytes} bytes.`)]
      : []),
  ];
}

const isSnowflake = (id: unknown): boolean => typeof id === 'string' && /^\d{17,20}$/.test(id);

/** The addresses that a component shows. */
function mediaOf(path: Path, component: Fields): { path: Path; url: string }[] {
  const media = [
    ...(['file', 'media'] as const).map((name) => [[...path, name], component[name]] as const),
    ...entriesOf(component['items']).map(
      ([at, item]) => [[...path, 'items', at, 'media'], item['media']] as const,
    ),
  ];
  return media.flatMap(([at, value]) =>
    isFields(value) && typeof value['url'] === 'string'
      ? [{ path: [...at, 'url'], url: value['url'] }]
      : [],
  );
}
