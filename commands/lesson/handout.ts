import { handoutPage } from '../../src/handout/index.ts';
import { isCauseId } from '../../src/ids.ts';
import type { Lesson, Session } from '../../src/lessons/index.ts';
import type { Services } from '../framework/services.ts';

/** What the class takes away from a lesson that has ended, as one HTML page. */
export async function handoutOf(
  session: Session,
  lesson: Lesson,
  { lessons, content }: Pick<Services, 'lessons' | 'content'>,
): Promise<string> {
  const pages = content.pages.get(lesson.locale);
  const causes = lesson.steps.flatMap(({ demo: { cause } }, at) =>
    session.records[at]?.shown && isCauseId(cause) ? cause : [],
  );
  return handoutPage({
    lesson,
    session,
    charts: await lessons.chartsOf(session.id),
    pages: [...new Set(causes)].flatMap((cause) => pages?.get(cause) ?? []),
  });
}
