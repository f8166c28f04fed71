import { wordsFor, type Words } from '../../src/words/index.ts';
import type { Conversation } from './context.ts';

/**
 * Whom a command is for. `managers`: who manages the server. `teachers`: who manages messages there, and who has the role that
 * `/settings` names for lessons.
 */
export type Audience = 'everybody' | 'managers' | 'teachers';

type Person = Pick<Conversation, 'isStaff' | 'isManager' | 'roleIds' | 'settings'>;

const belongs: Readonly<Record<Audience, (person: Person) => boolean>> = {
  everybody: () => true,
  managers: ({ isManager }) => isManager,
  teachers: ({ isStaff, roleIds, settings: { lessonRole } }) =>
    isStaff || (lessonRole !== undefined && roleIds.includes(lessonRole)),
};

/** Whether somebody has the right to it now. */
export const isFor = (audience: Audience, person: Person): boolean => belongs[audience](person);

const refusals: Readonly<Record<Audience, (words: Words) => string | undefined>> = {
  everybody: () => undefined,
  managers: ({ replies }) => replies.problems.onlyManagers,
  teachers: ({ replies }) => replies.lessons.problems.onlyTeachers,
};

/** The sentence for somebody who has no right to it, in their language; undefined for who has. */
export const refusalOf = (
  audience: Audience,
  person: Person & Pick<Conversation, 'locale'>,
): string | undefined =>
  isFor(audience, person) ? undefined : refusals[audience](wordsFor(person.locale));
