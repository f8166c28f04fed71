import type { FileProblem } from '../../src/attachments/index.ts';
import { wordsFor, type Locale } from '../../src/words/index.ts';

/** The one place where a file that can't be read is put into words. */
export function sayFileProblem(problem: FileProblem, locale: Locale): string {
  const { files } = wordsFor(locale).replies;
  switch (problem.kind) {
    case 'too-large':
      return files.tooLarge(problem.most);
    case 'too-slow':
      return files.tooSlow(problem.seconds);
    case 'elsewhere':
      return files.elsewhere;
    case 'gone':
      return files.gone;
    case 'unreachable':
      return files.unreachable;
  }
}
