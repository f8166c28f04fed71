import type { Draft, Fact } from './draft.ts';
import type { Problem } from './problem.ts';

/** What doesn't depend on the language must be the same in both. */
export function findDisagreements(english: Draft<unknown>, other: Draft<unknown>): Problem[] {
  const originals = soundFacts(english);
  return soundFacts(other).flatMap(({ id, field, line, value, what = '' }) => {
    const original = originals.find((fact) => fact.id === id);
    if (!original || JSON.stringify(value) === JSON.stringify(original.value)) return [];
    const message = `${what}must be the same as in ${english.file}`;
    return [{ file: other.file, line, field, message }];
  });
}

/** Skips fields that have a problem already, so that nothing is reported twice. */
const soundFacts = ({ facts, problems }: Draft<unknown>): Fact[] =>
  facts.filter(
    (fact) =>
      !problems.some(
        ({ field, line }) =>
          field === fact.field || field.startsWith(`${fact.field}.`) || line === fact.line,
      ),
  );

/** A page that is a special case stands directly under one that is none. */
export function findDeepNesting(pages: readonly Draft<unknown>[]): Problem[] {
  const nestings = pages.flatMap(({ file, id, facts }) => {
    const under = facts.find((fact) => fact.id === 'under');
    return under && under.value !== null ? [{ file, id, under }] : [];
  });
  const nested = new Set<unknown>(nestings.map(({ id }) => id));
  return nestings.flatMap(({ file, under: { field, line, value } }) => {
    if (!nested.has(value)) return [];
    const message = `${String(value)} is itself a special case; name the page above it`;
    return [{ file, line, field, message }];
  });
}
