/** What a question is made of: each piece by name, and how often it occurs. */
export interface Pieces {
  /** Its words, and two and three of them in a row. */
  readonly words: Counts;
  /** Pieces of three to five letters of each word, its ends included. */
  readonly letters: Counts;
  /** What is meant, by wordings that the content lists; and each two of these together. */
  readonly signs: Counts;
}

export type Counts = ReadonlyMap<string, number>;

/** A word of Latin letters, one Chinese character, or a number. */
const tokenPattern = /[\p{Script=Latin}_]+|\p{Script=Han}|\d+(?:\.\d+)?(?:e[-+]?\d+)?/gu;
const longestRun = 3;
const pieceLengths = [3, 4, 5] as const;

/** Of a folded text; `signs` are the names of the wordings that match it. */
export function piecesOf(folded: string, signs: readonly string[]): Pieces {
  const tokens = tokensOf(folded);
  return {
    words: counted(runsOf(tokens)),
    letters: counted(tokens.flatMap(lettersOf)),
    signs: counted([...signs, ...pairsOf(signs)]),
  };
}

function tokensOf(folded: string): string[] {
  return (folded.match(tokenPattern) ?? []).flatMap((token) =>
    token.includes('_') ? [token, ...token.split('_').filter(Boolean)] : kindOfNumber(token),
  );
}

/** Which number it is says little; that one stands there, and of what kind, says something. Other words stay. */
function kindOfNumber(token: string): string {
  if (!/^\d/.test(token)) return token;
  if (token.includes('e')) return '#e';
  return token.includes('.') ? '#.' : '#';
}

/** Up to three words in a row. */
const runsOf = (tokens: readonly string[]): string[] =>
  tokens.flatMap((token, at) => {
    const runs = [token];
    for (const next of tokens.slice(at + 1, at + longestRun)) runs.push(`${runs.at(-1)} ${next}`);
    return runs;
  });

function lettersOf(token: string): string[] {
  const word = ` ${token} `;
  const pieces: string[] = [];
  for (const length of pieceLengths)
    for (let end = length; end <= word.length; end++) pieces.push(word.slice(end - length, end));
  return pieces;
}

const pairsOf = (names: readonly string[]): string[] =>
  names.flatMap((a, i) => names.slice(i + 1).map((b) => `${a} ${b}`));

function counted(names: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
