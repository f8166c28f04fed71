import { readBelieved, writeBelieved, type Believed } from '../../src/answers/index.ts';
import { isFollowUpId, isLessonId, isPageId, type PageId } from '../../src/ids.ts';
import {
  isFramework,
  readEvidence,
  writeEvidence,
  type Evidence,
} from '../../src/evidence/index.ts';
import {
  isDemoId,
  parseReplay,
  readParameters,
  writeParameters,
  type DemoParameters,
} from '../../src/demos/index.ts';
import type { Rows, Trained } from '../../src/outputs-check/index.ts';
import { readPath, writePath, type Given } from '../../src/triage/index.ts';
import { isDiffers } from '../check/differs.ts';
import { defineAction, field, word } from '../framework/action.ts';

/** At most this many pages travel in a button. */
const mostPreferred = 3;

const demo = word(isDemoId);
const page = word(isPageId);
const framework = word(isFramework);
const followUp = word(isFollowUpId);
/** A number from 0, small enough for any list. */
const count = field<number>(String, (text) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined));
const digits = word((text): text is string => /^\d{1,20}$/.test(text));
const lessonId = word(isLessonId);
/** The first vote, or the second. */
const round = field<0 | 1>(String, (text) => (text === '0' ? 0 : text === '1' ? 1 : undefined));
const replay = word((text): text is string => !/\s/.test(text) && parseReplay(text) !== undefined);

const listOf = <Id extends string>(most: number, isId: (text: string) => text is Id) =>
  field<readonly Id[]>(
    (ids) => ids.slice(0, most).join('.'),
    (text) => {
      const ids = text.split('.').filter(isId);
      return ids.length === new Set(ids).size ? ids : undefined;
    },
  );
const causes = listOf<PageId>(mostPreferred, isPageId);

/** A cause that fits, or with a minus one that somebody excludes. */
export type Leaning = PageId | `-${PageId}`;
const isLeaning = (text: string): text is Leaning => isPageId(text.replace(/^-/, ''));
const preferred = listOf<Leaning>(mostPreferred, isLeaning);
const evidence = field<Evidence>(writeEvidence, readEvidence);
const believed = field<Believed>(writeBelieved, readBelieved);
const path = field<Given>(writePath, readPath);

const differs = word(isDiffers);
const trained = word((text): text is Trained => text === 'once' || text === 'each');
const rows = word((text): text is Rows => text === 'runs' || text === 'values');
const parameters = field<DemoParameters>(writeParameters, readParameters);

/** Every button and menu of Seedling. Messages that are already posted hold these: never change one, add. */
export const actions = {
  triage: defineAction('triage.at', { path, preferred }),
  /** Below an answer, which stays. */
  narrow: defineAction('triage.narrow', { path, preferred }),
  /** Under a private result, for everybody to see. */
  showTriage: defineAction('triage.show', { path, preferred }),
  more: defineAction('answer.more', {}),
  /** Corrects what was read in a question; the piece is chosen from a menu. */
  correct: defineAction('ask.told', { evidence, believed }),
  /** The same, below answers from before these buttons held more than the causes. */
  correctByCauses: defineAction('ask.read', { evidence, causes }),
  notIt: defineAction('miss.not', { page }),
  /** Of the first cause that fits the answers given: the others go on to be looked for. */
  notItHere: defineAction('miss.here', { path, preferred }),
  turnMisses: defineAction('miss.list', { first: count }),
  forgetServer: defineAction('miss.forget', {}),
  chooseLanguage: defineAction('settings.language', {}),
  chooseChannels: defineAction('settings.channels', {}),
  chooseMostWaiting: defineAction('settings.waiting', {}),
  chooseMostRuns: defineAction('settings.runs', {}),
  chooseLessonRole: defineAction('settings.role', {}),
  forgetMe: defineAction('privacy.forget', {}),
  readAll: defineAction('cause.open', { page }),
  turnTo: defineAction('cause.turn', { page }),
  openFix: defineAction('cause.fix', { page, framework }),
  turnToFix: defineAction('cause.fix-here', { page, framework }),
  /** The page is chosen from a menu. */
  pick: defineAction('cause.pick', {}),
  allCauses: defineAction('cause.all', {}),
  overview: defineAction('cause.overview', {}),
  askNext: defineAction('cause.next', { followUp }),
  /** What people ask next, in the same message: its text, or its example in a framework. */
  turnToText: defineAction('cause.next-here', { followUp }),
  turnToExample: defineAction('cause.next-in', { followUp, framework }),
  /** Opens the form for code. */
  sendCode: defineAction('check.send', {}),
  /** Beside an answer: the code in the message that is answered. */
  checkThis: defineAction('check.this', {}),
  /** Of something that was checked, by the id of what asked for it. */
  whatDiffers: defineAction('check.differs', { check: digits, differs }),
  whereFrom: defineAction('check.trained', { check: digits, trained }),
  whatRows: defineAction('check.rows', { check: digits, rows }),
  showCheck: defineAction('check.show', { check: digits }),
  startDemo: defineAction('demo.start', { cause: demo }),
  newSeed: defineAction('demo.new', { parameters }),
  /** The same demo as an animation. */
  watch: defineAction('demo.watch', { parameters }),
  /** Asks in which framework the demo shall be taken home. */
  takeHome: defineAction('demo.home', { parameters }),
  takeHomeIn: defineAction('demo.home-in', { parameters, framework }),
  rerun: defineAction('demo.rerun', { parameters }),
  /** Under a private message, for everybody to see. */
  rerunForAll: defineAction('demo.public', { parameters }),
  /** Below demos from before `check`. */
  confirm: defineAction('demo.same', { replay }),
  /** The same code, to see whether it gives the same bytes: privately. */
  check: defineAction('demo.check', { replay }),
  rawData: defineAction('demo.csv', { replay }),
  /** How it was measured. */
  measured: defineAction('demo.how', { replay }),
  cancel: defineAction('demo.cancel', { job: digits }),
  remove: defineAction('demo.delete', {}),
  /** Of a lesson under way, by the id of the command that started it; steps and answers count from 0. */
  vote: defineAction('lesson.vote', { lesson: digits, step: count, round, answer: count }),
  trainOne: defineAction('lesson.train', { lesson: digits, step: count }),
  wasIRight: defineAction('lesson.right', { lesson: digits, step: count }),
  whereAmI: defineAction('lesson.where', { lesson: digits, step: count }),
  reveal: defineAction('lesson.reveal', { lesson: digits, step: count, round }),
  voteAgain: defineAction('lesson.again', { lesson: digits, step: count }),
  nextStep: defineAction('lesson.next', { lesson: digits, step: count }),
  endLesson: defineAction('lesson.end', { lesson: digits }),
  endLessonNow: defineAction('lesson.end-now', { lesson: digits }),
  /** Of a lesson that one goes through alone. */
  rehearse: defineAction('lesson.rehearse', { lesson: lessonId, step: count }),
  tryStep: defineAction('lesson.try', { lesson: lessonId, step: count }),
  /** The answers to whether that message shall really go. */
  removeNow: defineAction('demo.delete-now', { message: digits }),
  keep: defineAction('demo.keep', {}),
};
