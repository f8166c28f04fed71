import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const things =
  'weights?|units?|masks?|seeds?|splits?|models?|outputs?|hash|orders?|batch(es)?|requests? in between|numbers?|data|settings?|engines?|windows?|lengths?|epochs?|GPUs?|backends?|machines?|devices?|precision|versions?|trainings?|bits|bytes|samples?|answers?|thread|learning rates?|arithmetic|kind';

/** What sounds translated, and what a tutor says. */
const stilted: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `(?<!\\b(all|no|the) )\\b(an)?other ([\\w’'-]+ ){0,2}?(${things})\\b(?! in the batch| are in)`,
      'i',
    ),
    '“different” or “new”: from different initial weights, a different order',
  ],
  [/\b(shuffled|numbered) otherwise\b/i, 'shuffled differently, renumbered'],
  [
    /\bwhich (units|ones|samples),? is (normally )?drawn\b/i,
    'which units are dropped is drawn anew',
  ],
  [/\b(is|are) no chance\b/i, 'this isn’t chance'],
  [/\bthe cause acts, not how much\b/i, 'this shows that it happens, not how big it is'],
  [/\b(have|has|gives?) the same bits\b/i, 'are identical to the last bit'],
  [
    /\b(one row|one column|numbers?|one|run|runs) a (time step|row|run|line|server|setting)\b/i,
    'one row per time step',
  ],
  [/\bno more may\b/i, 'you already have 2 demos waiting'],
  [/\bApplies to:/, 'Happens when: you train again'],
  [/\bonly the abstracts were\b/i, 'say it where the studies are named'],
  [/\bends? in (a different|another) model\b/i, 'ends up as a different model'],
];

const findings = (text: string): string[] =>
  stilted.flatMap(([pattern, instead]) =>
    pattern.test(text) ? [`${pattern.exec(text)?.[0]} -> ${instead}`] : [],
  );

const under = (folder: string): URL => new URL(`../../${folder}/`, import.meta.url);

function files(folder: string, end: RegExp): { name: string; text: string }[] {
  return readdirSync(under(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => end.test(name) && !name.startsWith('phrasings'))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: readFileSync(fileURLToPath(new URL(name, under(folder))), 'utf8'),
    }));
}

/** Code says what it must; so do comments for developers. */
const prose = (text: string): string =>
  text
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replaceAll(/^\s*(url|- title):.*$/gm, '');

const english = [...files('content/en', /\.(md|yaml)$/), ...files('src/words/en', /\.ts$/)];

describe('English as a good tutor speaks it', () => {
  test.each(english)('in $name', ({ text }) => {
    expect(prose(text).split('\n').flatMap(findings)).toEqual([]);
  });

  test.each([
    'Trained 8 times, other initial weights',
    'every call drops other units and gives another output',
    'from other random weights and ends in another model',
    'Which units, is drawn anew for every call.',
    'shuffled otherwise each time',
    'units numbered otherwise',
    'So time steps are no chance',
    'This toy task shows that the cause acts, not how much it acts in your model.',
    'as a number a server',
    'one row a time step or epoch',
    'Yours come first: 2 of your demos wait already, and no more may.',
    'Of all these only the abstracts were checked.',
    'Applies to: trained again',
    'the outputs have the same bits',
  ])('“%s” is found', (text) => expect(findings(text)).not.toEqual([]));

  test.each([
    'Trained 8 times from different initial weights',
    'each call drops different units, so the output changes',
    'which units are dropped is drawn anew at every call',
    'one row per time step',
    'which other samples are in the batch',
    'A reset in one process doesn’t reach the other workers of a server.',
    'the eight requests of other people',
    'with the usual values of all other settings',
  ])('“%s” is not', (text) => expect(findings(text)).toEqual([]));
});
