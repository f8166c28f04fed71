import { pageIds, type PageId } from '../ids.ts';
import {
  differences,
  frameworks,
  heldThings,
  sizes,
  type Between,
  type Evidence,
  type Held,
  type PieceId,
  type Place,
  type Places,
  type RuledOut,
} from './evidence.ts';
import { distanceIn, figuresIn } from './figures.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { done, stated, type Matches } from './stated.ts';
import { anyOf, type Patterns, type Statement, type Wordings } from './wordings.ts';

/** All that was read in one question. */
export interface Reading {
  readonly evidence: Evidence;
  readonly places: Places;
  readonly ruledOut: readonly RuledOut[];
  /** Special cases whose symptoms are told. */
  readonly symptoms: readonly PageId[];
  /** "Why is the output different every time?" and not a word more. */
  readonly fork: boolean;
  /** Causes that are asked about by their effect, in one sentence: "does dropout change the output?" */
  readonly effectOf: readonly PageId[];
  /** "Is that normal?" */
  readonly asksNormal: boolean;
  /** True if everything comes out the same, and no difference is told: the reverse of our question. */
  readonly sameValue: boolean;
}

/** Reads questions by the wordings of the content. `fold` gives the one form in which the wordings are written. */
export function evidenceReader(
  wordings: Wordings,
  statements: readonly Statement[],
  fold: (text: string) => string,
): (question: string) => Reading {
  const finders = findersOf(wordings, statements);
  return (question) => {
    const sentences = sentencesOf(question.slice(0, longestRead), fold);
    const first = (find: (sentence: Sentence) => boolean): Place | undefined => {
      const found = sentences.find(find);
      return found && { start: found.start, end: found.end };
    };
    const places: { -readonly [Piece in PieceId]?: Place } = {};
    const keep = (piece: PieceId, place: Place | undefined): boolean => {
      if (place) places[piece] = place;
      return place !== undefined;
    };
    const figures = sentences.map(({ text }) => figuresIn(text));
    const saysDifference = sentences.some(({ text }) => finders.difference(text));
    const sameValue = !saysDifference && sentences.some(({ text }) => finders.sameValue(text));
    const difference = saysDifference || (!sameValue && figures.some(Boolean));
    const told = differences.flatMap((id) => {
      const at = first(({ text }) => finders.between[id](text));
      return at ? [{ id, at }] : [];
    });
    const between = told.filter(({ id }) => !told.some((other) => hides[other.id]?.includes(id)));
    for (const { id, at } of between) places[id] = at;
    const excluded: RuledOut[] = [];
    const held: Held[] = [];
    for (const { rulesOut, held: thing, says } of finders.statements) {
      const at = first(({ text }) => says(text));
      if (!at) continue;
      if (thing && !held.includes(thing) && keep(thing, at)) held.push(thing);
      excluded.push(...rulesOut.map((id) => ({ id, why: thing ?? 'said', at }) as const));
    }
    for (const id of pageIds) {
      const at = first(({ text }) => finders.excludes[id](text));
      if (at) excluded.push({ id, why: 'said', at });
    }
    const ruledOut = pageIds.flatMap((id) => excluded.find((each) => each.id === id) ?? []);
    const isOut = (id: PageId) => ruledOut.some((each) => each.id === id);
    const suspect = pageIds.filter(
      (id) => !isOut(id) && sentences.some(({ text }) => finders.suspects[id](text)),
    );
    const size = sizeIn(sentences, finders);
    if (size) places[size.id] = size.at;
    const framework = frameworkIn(sentences, finders);
    if (framework) places[framework.id] = framework.at;
    return {
      evidence: {
        difference,
        between: between.map(({ id }) => id),
        held: heldThings.filter((id) => held.includes(id)),
        ruledOut: ruledOut.map(({ id }) => id),
        suspect,
        ...(size ? { size: size.id } : {}),
        ...(framework ? { framework: framework.id } : {}),
      },
      places,
      ruledOut,
      symptoms: pageIds.filter((id) => sentences.some(({ text }) => finders.symptoms[id](text))),
      effectOf:
        sentences.length === 1
          ? pageIds.filter((id) => sentences.some(({ text }) => finders.effects[id](text)))
          : [],
      asksNormal: sentences.some(({ text }) => finders.normal(text)),
      fork: difference && isFork(sentences, finders.forkWords),
      sameValue,
    };
  };
}

/** More of a question is not read, as nowhere else. */
const longestRead = 4000;

type Finder = (text: string) => boolean;
/**
 * What is told together with something more special and is not what lies between the outputs: who compares two batch sizes
 * calls several times, who tells of a change has trained again.
 */
const hides: { readonly [Id in Between]?: readonly Between[] } = {
  'batch-size': ['calls', 'length', 'order', 'trainings', 'change'],
  length: ['calls', 'change'],
  order: ['calls', 'trainings', 'batch-size'],
  'other-requests': ['calls', 'reload'],
  machines: ['calls', 'trainings', 'change', 'reload'],
  change: ['trainings'],
  calls: ['reload'],
  reload: ['trainings'],
};

type Finders = ReturnType<typeof findersOf>;

function findersOf(wordings: Wordings, statements: readonly Statement[]) {
  const { notStated } = wordings;
  const named = (frames: Patterns, id: PageId): Finder => {
    const name = anyOf(wordings.names[id]).source;
    return matcher(frames.map((frame) => frame.replaceAll('{name}', `(?:${name})`)));
  };
  return {
    difference: matcher(wordings.difference),
    sameValue: matcher(wordings.sameValue),
    between: table(differences, (id) => some(done(wordings.between[id], notStated))),
    statements: statements.map((each) => ({
      ...each,
      says: some(stated(each.patterns, notStated)),
    })),
    excludes: table(pageIds, (id) => named(wordings.exclusion, id)),
    suspects: table(pageIds, (id) => named(wordings.suspicion, id)),
    effects: table(pageIds, (id) => named(wordings.effect, id)),
    size: table(sizes, (id) => matcher(wordings.size[id])),
    framework: table(frameworks, (id) => wordings.framework[id].map((each) => matcher([each]))),
    symptoms: table(pageIds, (id) => matcher(wordings.symptoms[id] ?? [])),
    normal: matcher(wordings.normal),
    forkWords: anyOf(wordings.fork),
  };
}

const some =
  (matches: Matches): Finder =>
  (text) =>
    matches(text).length > 0;

function matcher(patterns: Patterns): Finder {
  if (patterns.length === 0) return () => false;
  const pattern = anyOf(patterns);
  return (text) => text.search(pattern) >= 0;
}

const table = <Id extends string, T>(ids: readonly Id[], make: (id: Id) => T): Record<Id, T> =>
  Object.fromEntries(ids.map((id) => [id, make(id)])) as Record<Id, T>;

/** Figures say it best; else the words. */
function sizeIn(sentences: readonly Sentence[], finders: Finders) {
  for (const { text, start, end } of sentences) {
    const id = distanceIn(text) ?? figuresIn(text)?.size;
    if (id) return { id, at: { start, end } };
  }
  for (const { text, start, end } of sentences) {
    const id = sizes.find((each) => finders.size[each](text));
    if (id) return { id, at: { start, end } };
  }
  return undefined;
}

/** The one of which most wordings are there; none if two are equally many. */
function frameworkIn(sentences: readonly Sentence[], finders: Finders) {
  const counted = frameworks
    .map((id) => {
      const found = finders.framework[id].map((finds) => sentences.find(({ text }) => finds(text)));
      const [at] = found.flatMap((each) => (each ? [{ start: each.start, end: each.end }] : []));
      return { id, at, count: found.filter(Boolean).length };
    })
    .toSorted((a, b) => b.count - a.count);
  const [best, next] = counted;
  if (!best?.at || best.count === next?.count) return undefined;
  return { id: best.id, at: best.at };
}

/** Nothing but these words, and few of them. */
function isFork(sentences: readonly Sentence[], words: RegExp): boolean {
  const text = sentences.map((each) => each.text).join(' ');
  return text.length <= 120 && !/\p{L}/u.test(text.replaceAll(words, ' '));
}
