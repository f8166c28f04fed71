import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFollowUpId, isPageId } from '../ids.ts';
import type { OpenQuestion } from './page.ts';
import type { Problem } from './problem.ts';
import { readTold, unknownIn } from './read-told.ts';
import type { Asked } from './repeated-phrasings.ts';
import { fault } from './split-file.ts';

/** What stands in each column of `content/questions/<author>.tsv`; content/README.md explains them. */
const columns = [
  'id',
  'lang',
  'form',
  'ours',
  'pages',
  'evidence',
  'kind',
  'source',
  'text',
] as const;

type Column = (typeof columns)[number];
type Cells = Readonly<Record<Column, string>>;

const languages = ['en', 'zh', 'zh-TW'];
const forms = ['title', 'chat', 'story'];

interface Loaded {
  readonly questions: readonly OpenQuestion[];
  /** Their texts, and where each stands. */
  readonly asked: readonly Asked[];
}

/** The open questions in `content/questions`, a file an author: one question a line, its cells parted by tabs. */
export function loadQuestions(content: string, problems: Problem[]): Loaded {
  const folder = join(content, 'questions');
  const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const read = files.map((name) => readFile(join(folder, name), name, problems));
  return {
    questions: read.flatMap(({ questions }) => questions),
    asked: read.flatMap(({ asked }) => asked),
  };
}

function readFile(path: string, name: string, problems: Problem[]): Loaded {
  const file = `content/questions/${name}`;
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  if (!name.endsWith('.tsv') || head !== columns.join('\t')) {
    const wanted = `must be a .tsv file that begins with the columns ${columns.join(', ')}`;
    problems.push(fault(file, 1, 'file', wanted));
    return { questions: [], asked: [] };
  }
  const author = name.slice(0, -'.tsv'.length);
  const seen = new Set<string>();
  const rows = lines.flatMap((text, at) => {
    const line = at + 2;
    const cells = readCells(text);
    const wrong = cells ? mistakesOf(cells, seen) : [['line', `needs ${columns.length} cells`]];
    for (const [field = '', message = ''] of wrong)
      problems.push(fault(file, line, field, message));
    if (!cells || wrong.length > 0) return [];
    seen.add(cells.id);
    return [{ line, cells }];
  });
  return {
    questions: rows.map(({ cells }) => toQuestion(cells, author)),
    asked: rows.map(({ line, cells }) => ({ file, line, text: cells.text })),
  };
}

function readCells(line: string): Cells | undefined {
  const cells = line.split('\t');
  if (cells.length !== columns.length) return undefined;
  const [id = '', lang = '', form = '', ours = '', pages = '', evidence = '', kind = ''] = cells;
  const [source = '', text = ''] = cells.slice(7);
  return { id, lang, form, ours, pages, evidence, kind, source, text };
}

/** What is wrong in a line: the column, and what it should be. */
function mistakesOf(cells: Cells, seen: ReadonlySet<string>): [Column, string][] {
  const { id, lang, form, ours, evidence, kind, text } = cells;
  const unknown = namesOf(cells).filter((name) => !isPageId(name) && !isFollowUpId(name));
  const checks: [Column, boolean, string][] = [
    ['id', id !== '' && !seen.has(id), `must be an id of its own, not "${id}"`],
    ['lang', languages.includes(lang), `must be ${languages.join(' / ')}, not "${lang}"`],
    ['form', forms.includes(form), `must be ${forms.join(' / ')}, not "${form}"`],
    ['ours', ours === '0' || ours === '1', `must be 1 (ours) or 0, not "${ours}"`],
    [
      'pages',
      unknown.length === 0,
      `must be ids of pages or follow-ups, not "${unknown.join(', ')}"`,
    ],
    [
      'pages',
      (ours === '1') === namesOf(cells).length > 0,
      'stand where ours is 1, and only there',
    ],
    [
      'evidence',
      unknownIn(evidence).length === 0,
      `must name evidence as src/evidence/evidence.ts does, not "${unknownIn(evidence).join(', ')}"`,
    ],
    ['kind', kind !== '', 'is empty'],
    ['text', text.trim() !== '', 'is empty'],
  ];
  return checks.flatMap(([column, holds, message]) => (holds ? [] : [[column, message]]));
}

function toQuestion(cells: Cells, author: string): OpenQuestion {
  const told = readTold(cells.evidence);
  return { text: cells.text, author, pages: pagesOf(cells), ...(told ? { told } : {}) };
}

const namesOf = ({ pages }: Cells): string[] =>
  pages
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

const pagesOf = (cells: Cells): OpenQuestion['pages'] =>
  namesOf(cells).filter((name) => isPageId(name) || isFollowUpId(name));
