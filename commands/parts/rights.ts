import type { BelongsTo, Rights } from '../framework/press.ts';
import { actions } from './actions.ts';
import { wayOn } from './way-on.ts';

/** Whom each button and menu belongs to: the only table of it. */
export const belongsTo: Readonly<Record<keyof typeof actions, BelongsTo>> = {
  // What changes or ends what everybody sees.
  remove: 'asker',
  cancel: 'asker',
  triage: 'asker',
  narrow: 'asker',
  correct: 'asker',
  correctByCauses: 'asker',
  // Below private messages, which nobody else sees.
  removeNow: 'asker',
  keep: 'asker',
  showTriage: 'asker',
  turnMisses: 'asker',
  forgetServer: 'asker',
  chooseLanguage: 'asker',
  chooseChannels: 'asker',
  chooseMostWaiting: 'asker',
  chooseMostRuns: 'asker',
  chooseLessonRole: 'asker',
  forgetMe: 'asker',
  rerunForAll: 'asker',
  whatDiffers: 'asker',
  whereFrom: 'asker',
  whatRows: 'asker',
  showCheck: 'asker',
  // The teacher's.
  reveal: 'asker',
  voteAgain: 'asker',
  nextStep: 'asker',
  endLesson: 'asker',
  endLessonNow: 'asker',
  rehearse: 'asker',
  tryStep: 'asker',
  // The class's.
  vote: 'everybody',
  trainOne: 'everybody',
  wasIRight: 'everybody',
  whereAmI: 'everybody',
  // What is answered to whoever presses.
  readAll: 'everybody',
  askNext: 'everybody',
  more: 'everybody',
  pick: 'everybody',
  allCauses: 'everybody',
  overview: 'everybody',
  openFix: 'everybody',
  turnTo: 'everybody',
  turnToFix: 'everybody',
  turnToText: 'everybody',
  turnToExample: 'everybody',
  notIt: 'everybody',
  notItHere: 'everybody',
  rawData: 'everybody',
  measured: 'everybody',
  check: 'everybody',
  sendCode: 'everybody',
  checkThis: 'everybody',
  // What starts a demo of whoever presses.
  startDemo: 'everybody',
  newSeed: 'everybody',
  watch: 'everybody',
  takeHome: 'everybody',
  takeHomeIn: 'everybody',
  rerun: 'everybody',
  confirm: 'everybody',
};

const byName = new Map(
  Object.entries(actions).map(([key, { name }]) => [name, belongsTo[key as keyof typeof actions]]),
);

export const rights: Rights = {
  belongsTo: (name) => byName.get(name) ?? 'asker',
  wayOn,
};
