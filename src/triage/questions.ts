/** What one may answer to each question. "I don't know" is possible everywhere and isn't listed. */
export interface Answers {
  readonly weights: 'same' | 'trained';
  readonly where: 'one-process' | 'reloaded';
  readonly changed: 'nothing' | 'setting' | 'data';
  readonly calls: 'equal' | 'last-digits' | 'clear';
  readonly start: 'weights' | 'first-loss' | 'later';
  readonly reset: 'equal' | 'differs';
  readonly dropout: 'yes' | 'no';
  readonly size: 'last-digits' | 'small' | 'clear';
}

export type QuestionId = keyof Answers;

/** The answers given so far, in the order of asking. */
export type Given = { readonly [Id in QuestionId]?: Answers[Id] | 'unknown' };

interface QuestionAbout<Id extends QuestionId> {
  readonly id: Id;
  /** In a `custom_id`: one letter for the question, one for each answer. Never change one. */
  readonly code: string;
  readonly answers: Readonly<Record<Answers[Id], string>>;
  /** Asked only if each of these questions was answered so; 'unknown' stands for "not answered" too. */
  readonly only?: {
    readonly [Other in QuestionId]?: readonly (Answers[Other] | 'unknown')[];
  };
}

/** The code of "I don't know". */
export const unknownCode = '0';

export const mostQuestions = 4;

type Questions = { readonly [Id in QuestionId]: QuestionAbout<Id> };
export type Question = Questions[QuestionId];

/** In the order of asking. What the first two sort out are the cases A to D: did the weights change, and how. */
const byId: Questions = {
  weights: { id: 'weights', code: 'w', answers: { same: 's', trained: 't' } },
  where: {
    id: 'where',
    code: 'p',
    answers: { 'one-process': 'o', reloaded: 'r' },
    only: { weights: ['same'] },
  },
  changed: {
    id: 'changed',
    code: 'c',
    answers: { nothing: 'n', setting: 's', data: 'd' },
    only: { weights: ['trained'] },
  },
  calls: {
    id: 'calls',
    code: 't',
    answers: { equal: 'e', 'last-digits': 'l', clear: 'c' },
    only: { weights: ['same', 'unknown'] },
  },
  start: {
    id: 'start',
    code: 'f',
    answers: { weights: 'w', 'first-loss': 'f', later: 'l' },
    only: { weights: ['trained'] },
  },
  reset: {
    id: 'reset',
    code: 'r',
    answers: { equal: 'e', differs: 'd' },
    only: { calls: ['clear'] },
  },
  size: {
    id: 'size',
    code: 's',
    answers: { 'last-digits': 'l', small: 's', clear: 'c' },
    // Calls that differ have told it already.
    only: { calls: ['equal', 'last-digits', 'unknown'] },
  },
  dropout: { id: 'dropout', code: 'd', answers: { yes: 'y', no: 'n' } },
};

export const questions: readonly Question[] = Object.values(byId);
