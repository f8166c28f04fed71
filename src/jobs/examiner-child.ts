import { useTerms } from '../words/index.ts';
import { examine, type ExamineTask, type Examined } from './examine.ts';
import { serve } from './serve.ts';
import { withoutText } from './without-text.ts';

serve<ExamineTask, Examined>(async ({ terms, ...exhibit }) => {
  if (terms) useTerms(terms);
  try {
    return await examine(exhibit);
  } catch (error) {
    throw withoutText(error);
  }
});
