import { fold } from '../answers/index.ts';
import type { Content } from '../content/index.ts';
import { anyOf, taker } from './take.ts';

interface Found {
  readonly kind: 'term';
  readonly id: string;
  readonly isBare: boolean;
}

/** The word of the glossary that a folded message asks for: exactly that word, in any language, and nothing beside it. */
export function termFinder(
  conversation: Content['conversation'],
  glossary: Content['glossary'],
): (folded: string) => Found | undefined {
  const readIds = () =>
    new Map(
      [...glossary.values()]
        .flatMap((terms) => [...terms.values()])
        .flatMap(({ id, asked }) => asked.flatMap(forms).map((form) => [form, id] as const)),
    );
  // At the first message: folding loads the tables of Chinese, which a start need not wait for.
  let ids: ReturnType<typeof readIds> | undefined;
  const takeQuestion = taker(conversation['what-is']);
  const takeField = taker(conversation.field);
  const edges = new RegExp(
    `^(?:${anyOf([...conversation.filler, ...conversation.greeting])})|(?:${anyOf(conversation.filler)})$`,
    'u',
  );
  /** What is left without the words around it, one after the other: a word of the glossary may begin like one of these. */
  const search = (text: string): string | undefined => {
    const trimmed = text.replaceAll(outside, '');
    const id = (ids ??= readIds()).get(keyOf(trimmed));
    const shorter = trimmed.replace(edges, '');
    return id ?? (shorter === trimmed ? undefined : search(shorter));
  };
  return (folded) => {
    const { left, isTaken } = takeQuestion(folded);
    const id = search(left) ?? search(takeField(left).left);
    return id === undefined ? undefined : { kind: 'term', id, isBare: !isTaken };
  };
}

/** Spaces and punctuation at the ends. */
const outside = /^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu;

/** A word and its plural. */
const forms = (name: string): string[] => {
  const key = keyOf(fold(name));
  return [key, `${key}s`];
};

/** "Bit-identical" and "bit identical" are one word. */
const keyOf = (folded: string): string => folded.replaceAll(/[\s_\-."'“”‘’「」()]/gu, '');
