import { times } from '../../src/code-check/index.ts';
import type { RuleId, When } from '../../src/code-check/index.ts';
import { rules } from '../../src/code-check/rules/index.ts';
import type { Told } from '../../src/words/code.ts';
import { codeRules } from '../../src/words/en/code-rules.ts';

const headings: Readonly<Record<When, string>> = {
  call: 'On each call of one trained model',
  'later-call': 'After other calls',
  process: 'In every new process',
  retraining: 'After training again',
  gpu: 'Only on a GPU',
  never: 'Never: said so that nobody looks there',
};

const told = {
  Here: 'A line',
  here: 'a line',
  there: 'another line',
  third: 'a third line',
  others: '',
  name: 'LSTM',
  value: '30',
  sure: 'sure',
} as const;

/** What stands for names and numbers in the sentences. */
const examples: Partial<Record<RuleId, Partial<Told>>> = {
  C3: { name: 'np.random.seed', value: 'PyTorch' },
  C4: { name: 'set_seed' },
  C8: { name: 'train_test_split' },
  D5: { value: '30', name: '60 steps' },
  E3: { name: 'best.pt', value: 'last.pt' },
};

/** Every rule with what it says, by when a difference shows, as Markdown. */
const rulesList = (): string =>
  times
    .map((time) => {
      const own = rules.filter(({ when }) => when === time);
      const lines = own.map(
        ({ id }) => `- **${id}** ${codeRules[id]({ ...told, ...examples[id] })}`,
      );
      // The formatter writes emphasis so.
      const text = lines.join('\n').replaceAll(/(?<!\*)\*(\w+)\*(?!\*)/g, '_$1_');
      return `### ${headings[time]}\n\n${text}\n`;
    })
    .join('\n');

const marks = /(?<=<!-- rules -->\n\n)[\s\S]*(?=\n<!-- end of rules -->)/;

/** The page with the list as it is now. */
export const withRules = (page: string): string => page.replace(marks, () => rulesList());
