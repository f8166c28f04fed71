/** Words that are right as they are though they look like a mistyped word of ours. */
const common = new Set(
  'about after again along also always another before being below between could does doing done each even every first from give given gives going have having here into just know like look made make many might more most much need never next only other over please quite rather really same seem should since some still such take than that their them then there these they thing think this those though through time under until upon used user using very want well were what when where which while will with without would your yours model mode train drain start stats state layer later order older batch match patch catch value values loads roads save safe shape share right night light cells calls tells'.split(
    ' ',
  ),
);

const shortest = 5;
/** Correcting a whole pasted page would take long and help nobody. */
const mostCorrections = 40;

/** Replaces unknown words by a known one that is one insertion, deletion, change or swap away, first letters alike. */
export function speller(known: Iterable<string>): (words: readonly string[]) => string[] {
  const vocabulary = new Set(known);
  const candidates = [...vocabulary].filter(
    (word) => word.length >= shortest && /^[a-z]+$/.test(word),
  );
  return (words) => {
    let left = mostCorrections;
    return words.map((word) => {
      if (word.length < shortest || vocabulary.has(word) || common.has(word) || left-- <= 0)
        return word;
      return candidates.find((right) => right[0] === word[0] && isOneEditAway(word, right)) ?? word;
    });
  };
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const swapped = `${restA.slice(1, 2)}${restA.slice(0, 1)}${restA.slice(2)}`;
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    swapped === restB
  );
}
