import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crossValidatedAnswers } from '../answers/index.ts';
import { loadContent, type Content } from '../content/index.ts';
import { projectRoot } from '../root.ts';
import { confusions, measure, type Answered } from './eval-answers/measure.ts';
import { asQuestion, readQuestions, type Question } from './eval-answers/questions.ts';
import { confusionsText, figuresText, refusalsText, speedText } from './eval-answers/report.ts';
import { rankingHash, timeAnswerer } from './eval-answers/speed.ts';

const usage = `Usage: npm run -s eval:answers -- [--json] [--misses]

Measures how well questions are answered: the phrasings in content/ by ten-fold cross-validation, and the questions in
tests/answers/dev, of which the content's author should read only the open half.

  --json    figures as one JSON
  --misses  also the questions of the open half that were answered wrongly
  --hash    only the hash of all rankings`;

const heading: Readonly<Record<string, string>> = {
  phrasings: 'Phrasings of content/, each answered by a model that has not learned it (ten-fold)',
  open: 'Questions written apart from the phrasings, open half',
  sealed: 'Questions written apart from the phrasings, sealed half',
};

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    hash: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const loaded = loadContent(join(projectRoot, 'content'));

if (values.help) console.log(usage);
else if (loaded.ok) evaluate(loaded.content);
else {
  for (const problem of loaded.problems) console.error(problem);
  process.exitCode = 2;
}

function evaluate(content: Content): void {
  const folder = join(projectRoot, 'tests/answers/dev');
  const open = readQuestions(folder, 'open');
  const sealed = readQuestions(folder, 'sealed');
  const all = [...open, ...sealed].map(({ ask }) => ask);
  const { answer, speed } = timeAnswerer(content, all, 3);
  const hash = rankingHash(answer, all);
  if (values.hash) return console.log(hash);

  const answered = (questions: readonly Question[]): Answered[] =>
    questions.map((question) => ({ question, answer: answer(question.ask) }));
  const unseen = crossValidatedAnswers(content, 10).map(({ phrasing, answer: given }) => ({
    question: asQuestion(content, phrasing),
    answer: given,
  }));
  const parts = { phrasings: unseen, open: answered(open), sealed: answered(sealed) };
  if (values.json) return console.log(JSON.stringify(toJson(parts, { ...speed, hash })));
  for (const [name, each] of Object.entries(parts)) {
    const withQuestions = values.misses && name === 'open';
    console.log(`${figuresText(heading[name] ?? name, measure(each))}\n`);
    console.log(`${confusionsText(each, withQuestions)}\n`);
    if (withQuestions) console.log(`${refusalsText(each)}\n`);
  }
  console.log(speedText(speed, hash));
}

function toJson(parts: Readonly<Record<string, Answered[]>>, speed: object): object {
  const figures = Object.entries(parts).map(([name, answered]) => [
    name,
    {
      ...measure(answered),
      confusions: confusions(answered).map(([pair, missed]) => [pair, missed.length]),
    },
  ]);
  return { ...Object.fromEntries(figures), speed };
}
