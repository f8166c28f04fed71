import { refusals } from '../refusal.ts';

/** Every form in which Discord takes a yes or a no in a query. */
const forms: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  '1': true,
  false: false,
  False: false,
  '0': false,
};

/** The yes or no of each of these names in a query; no if it is left out. */
export const readFlags = (
  names: readonly string[],
  query: URLSearchParams,
): Readonly<Record<string, boolean>> =>
  Object.fromEntries(names.map((name) => [name, readFlag(name, query.get(name) ?? 'false')]));

function readFlag(name: string, text: string): boolean {
  const value = Object.hasOwn(forms, text) ? forms[text] : undefined;
  if (value === undefined)
    throw refusals.invalidForm([
      { path: [name], code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' },
    ]);
  return value;
}
