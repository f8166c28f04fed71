import type {
  CannotKnow,
  CleaningNote,
  CodeProblem,
  Place,
  Sure,
  When,
} from '../../code-check/index.ts';
import { codeRules } from './code-rules.ts';
import { list } from './phrases.ts';

const inCode = (name: string): string => `\`${name}\``;

const inside = ({ line, endLine, cell }: Place): string =>
  `${cell === undefined ? '' : `cell ${cell}, `}line${endLine > line ? 's' : ''} ${line}${endLine > line ? ` to ${endLine}` : ''}`;

type SimplyUnknown = Exclude<CannotKnow, { kind: 'files' | 'seed-helper' }>['kind'];

/** What is said about somebody's script. */
export const code = {
  rules: codeRules,
  place: { inside, atStart: (text: string) => text.charAt(0).toUpperCase() + text.slice(1) },
  places: (all: readonly string[]) => list(all),
  when: {
    call: 'differs on every call',
    'later-call': 'depends on earlier calls',
    process: 'differs in every new process',
    retraining: 'differs after training again',
    gpu: 'only on a GPU',
    never: 'has no effect here',
  } satisfies Record<When, string>,
  sure: { sure: '', if: 'under a condition', maybe: 'may be meant so' } satisfies Record<
    Sure,
    string
  >,
  titled: (place: string, what: string) => `${place}: ${what}`,
  /** Where a sentence has no place for it. */
  mayBeMeant: 'This may be what you want.',
  alsoAt: (places: string) => `Also: ${places}.`,
  source: (address: string) => `Source: ${address}`,
  corrected: 'Corrected:',
  notYourCause: 'Not your cause:',
  clean: 'I see nothing in this code that makes outputs differ.',
  noCode: 'I see no code in this.',
  read: (first: string, last: string) => `I read lines ${first} to ${last}.`,
  readCells: (cells: number) => `I read ${cells} code ${cells === 1 ? 'cell' : 'cells'}.`,
  cutShort: 'This is long: I stopped before its end.',
  cannotKnow: {
    files: (names: readonly string[]) =>
      `I can’t see ${list(names.map(inCode))}: what is done there may change this.`,
    seedHelper: (name: string, place: string) =>
      `I can’t see what \`${name}\` of ${place} does: if it sets the seeds, what I say about seeds falls away.`,
    others: {
      settings: 'settings from outside',
      versions: 'your versions',
      gpu: 'whether it runs on a GPU',
      data: 'your data',
      'cell-order': 'in which order you ran the cells',
      rest: 'what stands after it',
    } satisfies Record<SimplyUnknown, string>,
    sum: (parts: readonly string[]) => `I also can’t know ${list(parts)}.`,
  },
  notes: {
    'full-width': (place: string) =>
      `Your ${place} has full-width signs outside a string: Python refuses them.`,
    'long-lines': () => 'I left out the middle of very long lines.',
    'open-string': (place: string) =>
      `The string that begins in ${place} never ends; I read on as if it were closed.`,
  } satisfies Record<CleaningNote['kind'], (place: string) => string>,
  problems: {
    'too-large': 'This is too large: a script may have 200 kB, a notebook 4 MB.',
    'not-text': 'This is no text. Send a .py, .ipynb, .js, .ts or .txt file.',
    'not-a-notebook':
      'I can’t read this as a notebook. Save it again in Jupyter, or send the code as a .py file.',
    empty: 'There is nothing in it.',
  } satisfies Record<CodeProblem, string>,
};
