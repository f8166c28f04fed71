import { fold } from '../answers/index.ts';
import type { Content, SayingId } from '../content/index.ts';
import { frameworks, saysAnything, type Evidence, type Framework } from '../evidence/index.ts';
import { termFinder } from './term.ts';
import { taker, type Taker } from './take.ts';

/** What may be asked for about the last answer, the weightiest first: "I didn't retrain" has "retrain" in it. */
const wantedIds = ['not-it', 'same-weights', 'retrained', 'check', 'fix', 'why'] as const;

export type Wanted = (typeof wantedIds)[number];

/** What a message says that is no question for a cause. */
export type Saying =
  | { readonly kind: 'greeting' | 'thanks' | 'help' }
  /** `isBare`: the word alone, which may be meant as a question for a cause too. */
  | { readonly kind: 'term'; readonly id: string; readonly isBare: boolean }
  /** More about the last answer. A framework alone wants the fix in it. */
  | { readonly kind: 'more'; readonly wants: Wanted; readonly framework?: Framework };

export interface Listener {
  /** Undefined where the message is a question of its own, or says nothing that we know. */
  read(message: string): Saying | undefined;
  /** It asks something, whatever it is. */
  isQuestion(message: string): boolean;
  /** It says more about a question that was asked before: what is held, between what it differs. `evidence`: read in it. */
  addsTo(message: string, evidence: Evidence): boolean;
}

/** Longer messages are questions of their own. */
const longest = 120;

/** Everything that may be said, but the question for a word and what goes with it. */
const sayings: readonly SayingId[] = [
  ...wantedIds,
  ...frameworks,
  'thanks',
  'help',
  'greeting',
  'filler',
];

export function createListener({
  conversation,
  glossary,
}: Pick<Content, 'conversation' | 'glossary'>): Listener {
  const takers = sayings.map((id) => ({ id, take: taker(conversation[id]) }));
  const findTerm = termFinder(conversation, glossary);
  const asks = taker([...conversation.question, ...conversation['question-verb']]);
  const tellsStill = taker(conversation.still);
  return {
    read(message) {
      const folded = heard(message);
      if (folded.length > longest) return undefined;
      return findTerm(folded) ?? sayingOf(saidIn(folded, takers));
    },
    isQuestion: (message) => asks(heard(message)).isTaken,
    addsTo(message, evidence) {
      const folded = heard(message);
      return (
        folded.length <= longest &&
        saysAnything(evidence) &&
        !asks(folded).isTaken &&
        (!evidence.difference || tellsStill(folded).isTaken)
      );
    },
  };
}

/** Phones write ’ where the wordings have '. */
const heard = (message: string): string => fold(message).replaceAll('’', "'");

interface Named {
  readonly id: SayingId;
  readonly take: Taker;
}

/** What is said, if nothing else is: then no letter and no digit is left. */
function saidIn(folded: string, takers: readonly Named[]): ReadonlySet<SayingId> {
  const said = new Set<SayingId>();
  let rest = folded;
  for (const { id, take } of takers) {
    const { left, isTaken } = take(rest);
    if (isTaken) said.add(id);
    rest = left;
  }
  return /[\p{L}\p{N}]/u.test(rest) ? new Set() : said;
}

function sayingOf(said: ReadonlySet<SayingId>): Saying | undefined {
  const framework = frameworks.find((id) => said.has(id));
  const wants = wantedIds.find((id) => said.has(id)) ?? (framework && 'fix');
  if (wants) return { kind: 'more', wants, ...(framework && { framework }) };
  if (said.has('thanks')) return { kind: 'thanks' };
  if (said.has('help')) return { kind: 'help' };
  return said.has('greeting') ? { kind: 'greeting' } : undefined;
}
