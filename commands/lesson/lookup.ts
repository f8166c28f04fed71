import type { Content } from '../../src/content/index.ts';
import { lessonIds, type LessonId } from '../../src/ids.ts';
import type { Lesson, LessonStep, Session } from '../../src/lessons/index.ts';
import { locales, type Locale } from '../../src/words/index.ts';
import type { Suggest } from '../framework/option.ts';
import { fold, mostSimilar, similarity } from '../parts/similar.ts';

export function lessonOf(content: Content, id: LessonId, locale: Locale): Lesson {
  const lesson = content.lessons.get(locale)?.get(id);
  if (!lesson) throw new Error(`There is no lesson "${id}" in ${locale}.`);
  return lesson;
}

/** The present step of a lesson under way; undefined if the content has become shorter since it began. */
export const stepOf = (lesson: Lesson, { at }: Session): LessonStep | undefined => lesson.steps[at];

const namesOf = (content: Content, id: LessonId): string[] => [
  id,
  ...locales.map((locale) => lessonOf(content, id, locale).title),
];

/** By its id, or its title in any language. */
export const findLesson = (content: Content, typed: string): LessonId | undefined =>
  lessonIds.find((id) => namesOf(content, id).some((name) => fold(name) === fold(typed)));

const leastSuggested = 0.1;

/** What looks most like it comes first: Enter picks that. */
export const suggestLessons: Suggest = (typed, { locale }, { content }) =>
  suggested(content, typed.slice(0, 100)).map((id) => ({
    label: lessonOf(content, id, locale).title,
    value: id,
  }));

function suggested(content: Content, typed: string): readonly LessonId[] {
  if (typed.trim() === '') return lessonIds;
  return mostSimilar(typed, lessonIds, (id) => namesOf(content, id), lessonIds.length).filter(
    (id) => namesOf(content, id).some((name) => similarity(typed, name) >= leastSuggested),
  );
}
