import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answererWithout, guesserWithout } from '../src/answers/index.ts';
import { loadContent, type Content } from '../src/content/index.ts';
import { piecesOf } from '../src/evidence/index.ts';
import { projectRoot } from '../src/root.ts';
import { confusions, measure, type Answered } from './eval-answers/measure.ts';
import { asQuestion, parts, readQuestions } from './eval-answers/questions.ts';
import { measurePieces } from './eval-answers/pieces.ts';
import {
  confusionsText,
  figuresText,
  piecesText,
  refusalsText,
  speedText,
  thresholdsText,
} from './eval-answers/report.ts';
import { thresholdsOf, type Judged } from './eval-answers/thresholds.ts';
import { rankingHash, timeAnswerer } from './eval-answers/speed.ts';

const usage = `Usage: npm run -s eval:answers -- [--json] [--misses] [--hash] [--thresholds]

Measures how well questions are answered: the open questions in content/, leaving out one author after the other (takes
minutes), and the questions in tests/answers/dev, which were written apart from them. Whoever writes phrasings should not read the sealed part.

  --json    figures as one JSON
  --misses  also the questions that were answered wrongly, but not of the sealed part
  --hash    only the hash of all rankings
  --thresholds  only from which probability on a piece of evidence is shown, for src/answers/told.ts`;

const headings = {
  authors:
    'Open questions of content/, each author answered by a model that has not learned from them',
  open: 'Questions written apart from the phrasings, open part',
  late: 'Questions written apart from the phrasings, late part',
  sealed: 'Questions written apart from the phrasings, sealed part',
} as const;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    hash: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    thresholds: { type: 'boolean', default: false },
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
  if (values.thresholds) return console.log(thresholdsText(thresholdsOf(guessesOf(content))));
  const folder = join(projectRoot, 'tests/answers/dev');
  const questions = parts.map((part) => ({ part, asked: readQuestions(folder, part) }));
  const all = questions.flatMap(({ asked }) => asked.map(({ ask }) => ask));
  const { answer, speed } = timeAnswerer(content, all, 3);
  const hash = rankingHash(answer, all);
  if (values.hash) return console.log(hash);

  const results = [
    { part: 'authors' as const, answered: byAuthorsLeftOut(content) },
    ...questions.map(({ part, asked }) => ({
      part,
      answered: asked.map((question) => ({ question, answer: answer(question.ask) })),
    })),
  ];
  if (values.json) return console.log(JSON.stringify(toJson(results, { ...speed, hash })));
  for (const { part, answered } of results) {
    const withQuestions = values.misses && part !== 'sealed';
    console.log(`${figuresText(headings[part], measure(answered))}\n`);
    if (part === 'authors') console.log(`${piecesText(measurePieces(answered))}\n`);
    console.log(`${confusionsText(answered, withQuestions)}\n`);
    if (withQuestions) console.log(`${refusalsText(answered)}\n`);
  }
  console.log(speedText(speed, hash));
}

function byAuthorsLeftOut(content: Content): Answered[] {
  const answerers = answererWithout(content);
  const authors = [...new Set(content.openQuestions.map(({ author }) => author))];
  return authors.flatMap((author) => {
    const answer = answerers(author);
    return content.openQuestions
      .filter((each) => each.author === author)
      .map((each) => ({ question: asQuestion(content, each), answer: answer(each.text) }));
  });
}

/** Of questions that are ours and of which an expert told the evidence. */
function guessesOf(content: Content): Judged[] {
  const guessers = guesserWithout(content);
  const told = content.openQuestions.filter((each) => each.told && each.pages.length > 0);
  return [...new Set(told.map(({ author }) => author))].flatMap((author) => {
    const guess = guessers(author);
    return told
      .filter((each) => each.author === author)
      .flatMap((each) =>
        guess(each.text).map((guessed) => ({
          ...guessed,
          isRight: each.told !== undefined && piecesOf(each.told).includes(guessed.piece),
        })),
      );
  });
}

interface Result {
  readonly part: keyof typeof headings;
  readonly answered: readonly Answered[];
}

function toJson(results: readonly Result[], speed: object): object {
  const figures = results.map(({ part, answered }) => [
    part,
    {
      ...measure(answered),
      ...(part === 'authors' ? { evidence: measurePieces(answered) } : {}),
      confusions: confusions(answered).map(([pair, missed]) => [pair, missed.length]),
    },
  ]);
  return { ...Object.fromEntries(figures), speed };
}
