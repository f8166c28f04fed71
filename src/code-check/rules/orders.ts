import { markOf, marksOf, type Facts } from '../facts/index.ts';
import { wrap } from './changes.ts';
import { once, type Found, type Rule } from './rule.ts';
import { sources } from './sources.ts';

/** The order of a set of texts is different in every process. */
function orderOfSet({ orderUses }: Facts): Found[] {
  const uses = orderUses.filter(({ source, isText }) => source === 'set' && isText !== false);
  return once(uses, ({ origin }) => origin).map(({ origin, use, what, isText }) => ({
    place: use,
    other: use.line === origin.line ? null : origin,
    sure: isText ? 'sure' : 'if',
    changes: [wrap(what, 'sorted')],
  }));
}

/** `hash()` of a text as a seed, an index or a part of a split. */
function hashOfText({ calls }: Facts): Found[] {
  return once(
    calls.filter(({ path }) => path === 'builtins.hash' || path === 'builtins.hash()'),
    ({ place }) => place,
  ).flatMap(({ place, args, at }): Found[] => {
    const [first] = args.values;
    if (at.functions.includes('__hash__')) return [];
    return [
      { place, sure: first?.kind === 'constant' || markOf(first ?? null, 'data') ? 'sure' : 'if' },
    ];
  });
}

/** The files of a folder, in the order in which the machine has them. */
function orderOfFiles(facts: Facts): Found[] {
  const uses = facts.orderUses
    .filter(({ source }) => source === 'files')
    .map(({ origin }) => origin);
  const learned = facts.trainings
    .filter(({ how }) => how === 'fit')
    .flatMap(({ call }) => call.args.values.slice(0, 2));
  const fed = learned.flatMap((value) =>
    marksOf(value).flatMap((mark) => (mark.of === 'files' ? [mark.place] : [])),
  );
  return once([...uses, ...fed], (place) => place).map((place) => ({
    place,
    sure: 'maybe',
    changes: [wrap(place, 'sorted')],
  }));
}

export const orders: readonly Rule[] = [
  {
    id: 'C14a',
    page: 'hash-and-file-order',
    when: 'process',
    source: sources.pythonHash,
    find: orderOfSet,
  },
  {
    id: 'C14b',
    page: 'hash-and-file-order',
    when: 'process',
    source: sources.pythonHash,
    find: hashOfText,
  },
  {
    id: 'C14c',
    page: 'hash-and-file-order',
    when: 'process',
    source: sources.pythonListdir,
    find: orderOfFiles,
  },
];
