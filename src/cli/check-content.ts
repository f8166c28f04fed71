import { join } from 'node:path';
import { loadContent } from '../content/index.ts';
import { projectRoot } from '../root.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (loaded.ok) {
  const { pages, followUps, lessons, glossary, openQuestions, offTopic } = loaded.content;
  console.log(
    `content: ${pages.get('en')?.size} pages and ${followUps.get('en')?.size} follow-ups in ${pages.size} languages, ${lessons.get('en')?.size} lessons, ${glossary.get('en')?.size} words, ${openQuestions.length} open questions, ${offTopic.length} off-topic questions, no problem found`,
  );
} else {
  for (const problem of loaded.problems) console.error(problem);
  process.exitCode = 2;
}
