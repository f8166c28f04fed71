import { list } from './phrases.ts';

/** The ask command in a terminal. */
export const askCli = {
  usage: `Usage: npm run -s ask -- "<question>" [options]
       npm run -s ask -- --json < questions.txt

Says which causes fit, the best one first. Without a question, reads one per line from standard input.

  --lang <name>  en, zh-CN or zh-TW; en if left out
  --json         prints one line of JSON for each question
  --help         prints this

Exit codes: 0 answered, 2 bad input.`,
  one: 'This cause fits best:',
  several: 'These causes fit, the best one first:',
  weights:
    "Are these the same saved weights, or did you train again? That decides between them: causes that act only in training can't change a trained model.",
  /** Below what a word means: the titles of pages. */
  goesOn: (titles: string) => `Pages that go on: ${titles}`,
  demo: (cause: string) => `See it: npm run -s demo -- ${cause} --out chart.png`,
  unknown: (causes: readonly string[]) =>
    `I don't know. I explain why an LSTM's output differs from call to call, or from training to training. The causes I know: ${list(causes)}.\nSay what you call, what differs, and whether the weights are the same.`,
  problems: {
    noQuestion: 'Ask one question in quotes, or give one per line on standard input. See --help.',
    oneQuestion: 'Put the whole question in one pair of quotes. See --help.',
    language: (known: readonly string[]) => `--lang must be one of ${list(known)}.`,
    seeHelp: 'See --help.',
  },
};
