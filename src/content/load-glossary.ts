import { writtenLocales, type WrittenLocale } from './headings.ts';
import type { Term } from './page.ts';
import type { Problem } from './problem.ts';
import { glossary } from './schema.ts';
import { fault } from './split-file.ts';
import { readYaml, type Parsed } from './yaml-file.ts';

type Glossary = ReadonlyMap<string, Term>;
type Entries = Readonly<Record<string, Omit<Term, 'id'>>>;

/** `content/<locale>/glossary.yaml` of both written languages; they have the same entries, and each leads to the same pages. */
export function loadGlossary(
  content: string,
  problems: Problem[],
): Readonly<Record<WrittenLocale, Glossary>> {
  const parsed = {
    en: readYaml<Entries>(content, 'en/glossary.yaml', glossary),
    'zh-CN': readYaml<Entries>(content, 'zh-CN/glossary.yaml', glossary),
  };
  for (const locale of writtenLocales) problems.push(...parsed[locale].problems);
  problems.push(
    ...findMissing(parsed.en, parsed['zh-CN']),
    ...findMissing(parsed['zh-CN'], parsed.en),
    ...findOtherLeads(parsed.en, parsed['zh-CN']),
    ...findSharedNames([parsed.en, parsed['zh-CN']]),
  );
  return { en: toTerms(parsed.en), 'zh-CN': toTerms(parsed['zh-CN']) };
}

const toTerms = ({ value = {} }: Parsed<Entries>): Glossary =>
  new Map(Object.entries(value).map(([id, entry]) => [id, { id, ...entry }]));

const entriesOf = ({ value = {} }: Parsed<Entries>) => Object.entries(value);

/** A file that can't be read has a problem of its own. */
const findMissing = (one: Parsed<Entries>, { value, file }: Parsed<Entries>): Problem[] =>
  entriesOf(one).flatMap(([id]) =>
    !value || value[id] ? [] : [fault(one.file, one.lineAt([id]), id, `has no entry in ${file}`)],
  );

const findOtherLeads = ({ value, file }: Parsed<Entries>, other: Parsed<Entries>): Problem[] =>
  entriesOf(other).flatMap(([id, { see }]) => {
    const original = value?.[id]?.see ?? see;
    if (original.join() === see.join()) return [];
    return [fault(other.file, other.lineAt([id, 'see']), `${id}.see`, `must be as in ${file}`)];
  });

/** What is the name of two entries would be answered by chance. */
function findSharedNames(files: readonly Parsed<Entries>[]): Problem[] {
  const owners = new Map<string, string>();
  return files.flatMap((parsed) =>
    entriesOf(parsed).flatMap(([id, { asked }]) =>
      asked.flatMap((name, at) => {
        const owner = owners.get(name) ?? id;
        owners.set(name, owner);
        if (owner === id) return [];
        const line = parsed.lineAt([id, 'asked', at]);
        return [fault(parsed.file, line, `${id}.asked`, `"${name}" is a name of ${owner} too`)];
      }),
    ),
  );
}
