import { csvOf, letterOf } from '../../src/charts/index.ts';
import { answersOf, countsOf, type Lesson, type Session } from '../../src/lessons/index.ts';

/** The votes as CSV: one row an answer and vote. Nobody can be told from it. */
export function votesCsv(session: Session, lesson: Lesson): string {
  const header = ['step', 'title', 'vote', 'answer', 'text', 'right', 'people'];
  const rows = session.records.flatMap(({ votes }, at) => {
    const step = lesson.steps[at];
    if (!step) return [];
    return votes.flatMap((of, round) => {
      const all = Object.keys(of).length;
      if (all === 0) return [];
      const about = [at + 1, step.title, round + 1];
      if (step.kind === 'everybody-trains') return [[...about, '', '', '', all]];
      const counts = countsOf(of, step.answers.length);
      return answersOf(step).map(({ answer, isRight }, index) => [
        ...about,
        letterOf(index),
        answer,
        isRight ? 'yes' : 'no',
        counts[index] ?? 0,
      ]);
    });
  });
  return csvOf([header, ...rows]);
}
