import type { z } from 'zod';
import { followUpIds, lessonIds, pageIds } from '../ids.ts';
import type { Lesson } from '../lessons/index.ts';
import { traditionalWith, type Locale } from '../words/index.ts';
import { findDeepNesting } from './agree.ts';
import { deriveFollowUp, deriveGlossary, deriveLesson, derivePage } from './derive.ts';
import { writtenLocales, type WrittenLocale } from './headings.ts';
import { loadGlossary } from './load-glossary.ts';
import { loadFolder, type FolderOf, type Written } from './load-folder.ts';
import { loadPhrasings } from './load-phrasings.ts';
import { loadQuestions } from './load-questions.ts';
import type { Content, FollowUp, Page, Term } from './page.ts';
import { describe, type Problem } from './problem.ts';
import { readFollowUp } from './read-follow-up.ts';
import { readLesson } from './read-lesson.ts';
import { readPage } from './read-page.ts';
import { findRepeatedPhrasings, textsAt } from './repeated-phrasings.ts';
import { ambiguous, conversation, evidence, offTopic, overrides, statements } from './schema.ts';
import { toStatements, toWordings } from './wordings.ts';
import { readYaml, type Parsed } from './yaml-file.ts';

export type Loaded =
  | { readonly ok: true; readonly content: Content }
  /** One line each: file, line, field, and what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

const pageFiles: FolderOf<Page> = {
  folder: '',
  ids: pageIds,
  beside: ['glossary.yaml'],
  read: readPage,
};
const followUpFiles: FolderOf<FollowUp> = {
  folder: 'follow-ups',
  ids: followUpIds,
  beside: [],
  read: readFollowUp,
};

const lessonFiles: FolderOf<Lesson> = {
  folder: 'lessons',
  ids: lessonIds,
  beside: [],
  read: readLesson,
};

/** Reads and checks the whole folder. Every problem is told once, not only the first. */
export function loadContent(folder: string): Loaded {
  const problems: Problem[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): Parsed<T> => {
    const parsed = readYaml(folder, name, schema);
    problems.push(...parsed.problems);
    return parsed;
  };
  const phrasings = loadPhrasings(folder, problems);
  const pages = loadFolder(folder, pageFiles, phrasings, problems);
  const followUps = loadFolder(folder, followUpFiles, phrasings, problems);
  const lessons = loadFolder(folder, lessonFiles, phrasings, problems);
  problems.push(...writtenLocales.flatMap((locale) => findDeepNesting(pages[locale])));
  const wordings = read('evidence.yaml', evidence);
  const ruledOut = read('ruled-out.yaml', statements);
  const several = read('ambiguous.yaml', ambiguous);
  const topics = read('off-topic.yaml', offTopic);
  const said = read('conversation.yaml', conversation);
  const glossary = loadGlossary(folder, problems);
  const open = loadQuestions(folder, problems);
  const terms = read('zh-TW.yaml', overrides).value ?? {};
  problems.push(
    ...findRepeatedPhrasings([
      ...writtenLocales.flatMap((locale) => [...phrasings[locale].values()].flat()),
      ...keysOf(several.raw).flatMap((at) => textsAt(several, [at, 'phrasings'])),
      ...keysOf(topics.raw).flatMap((topic) => textsAt(topics, [topic])),
      ...open.asked,
    ]),
  );
  if (problems.length > 0 || !said.value || !wordings.value)
    return { ok: false, problems: describe(problems) };
  const toTraditional = traditionalWith(terms);
  return {
    ok: true,
    content: {
      pages: inEveryLanguage(pages, (page) => derivePage(page, toTraditional)),
      followUps: inEveryLanguage(followUps, (followUp) => deriveFollowUp(followUp, toTraditional)),
      lessons: inEveryLanguage(lessons, (lesson) => deriveLesson(lesson, toTraditional)),
      ambiguous: several.value ?? [],
      evidence: toWordings(wordings.value),
      ruledOut: toStatements(ruledOut.value ?? {}),
      openQuestions: open.questions,
      offTopic: Object.values(topics.value ?? {}).flat(),
      glossary: new Map<Locale, ReadonlyMap<string, Term>>([
        ['en', glossary.en],
        ['zh-CN', glossary['zh-CN']],
        ['zh-TW', deriveGlossary(glossary['zh-CN'], toTraditional)],
      ]),
      conversation: said.value,
      terms,
    },
  };
}

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

function inEveryLanguage<Item extends { readonly id: string }>(
  written: Written<Item>,
  derive: (simplified: Item) => Item,
): Map<Locale, Map<Item['id'], Item>> {
  const byId = (items: readonly Item[]) =>
    new Map<Item['id'], Item>(items.map((item) => [item.id, item]));
  const itemsOf = (locale: WrittenLocale) => written[locale].flatMap(({ item }) => item ?? []);
  const simplified = itemsOf('zh-CN');
  return new Map<Locale, Map<Item['id'], Item>>([
    ['en', byId(itemsOf('en'))],
    ['zh-CN', byId(simplified)],
    ['zh-TW', byId(simplified.map(derive))],
  ]);
}
