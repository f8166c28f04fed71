import { join } from 'node:path';
import { loadContent } from '../content/index.ts';
import { projectRoot } from '../root.ts';

const loaded = loadContent(join(projectRoot, 'content'));
if (loaded.ok) {
  const pages = [...loaded.content.pages.values()].reduce((sum, { size }) => sum + size, 0);
  console.log(
    `content: ${pages} pages, ${loaded.content.concepts.length} concepts, ${loaded.content.offTopic.length} off-topic questions, no problem found`,
  );
} else {
  for (const problem of loaded.problems) console.error(problem);
  process.exitCode = 2;
}
