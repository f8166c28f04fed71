import { useTerms } from '../words/index.ts';
import { examine, type ExamineTask, type Examined } from './examine.ts';
import { serve } from './serve.ts';

serve<ExamineTask, Examined>(async ({ terms, ...exhibit }) => {
  if (terms) useTerms(terms);
  try {
    return await examine(exhibit);
  } catch (error) {
    throw withoutText(error);
  }
});

/** What was thrown may quote what somebody sent, and goes to the log: so only where it was thrown is kept. */
function withoutText(error: unknown): Error {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.match(/^ {4}at .*\/(src|node_modules)\/[\w@./-]+:\d+:\d+\)?$/gm) ?? [];
  const clean = new Error('It could not be looked through.');
  clean.stack = [clean.message, ...frames].join('\n');
  return clean;
}
