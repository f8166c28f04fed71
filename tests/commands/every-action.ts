import { actions } from '../../commands/parts/actions.ts';
import { nothingRead, type Evidence } from '../../src/evidence/index.ts';
import { parseReplay } from '../../src/demos/index.ts';
import { followUpIds } from '../../src/ids.ts';

const at = { path: { weights: 'same' }, preferred: ['dropout'] } as const;
const believed = {
  onTopic: 1,
  pages: [{ id: 'dropout', probability: 1 }],
  symptoms: [],
  asksFollowUp: false,
} as const;
const evidence: Evidence = { ...nothingRead, held: ['eval'] };

/**
 * A `custom_id` of every action there is, as messages of `owner` hold it. The compiler says which one is missing. `job` is that of
 * a demo under way, `lesson` that of a lesson.
 */
export function everyAction(
  owner: string,
  {
    replay,
    job,
    lesson,
  }: { readonly replay: string; readonly job: string; readonly lesson: string },
): Record<keyof typeof actions, string> {
  const { parameters } = parseReplay(replay) ?? {};
  if (!parameters) throw new Error(`Not a replay code: ${replay}`);
  return {
    triage: actions.triage.id(owner, at),
    narrow: actions.narrow.id(owner, at),
    showTriage: actions.showTriage.id(owner, at),
    more: actions.more.id(owner, {}),
    correct: actions.correct.id(owner, { evidence, believed }),
    correctByCauses: actions.correctByCauses.id(owner, {
      evidence,
      causes: ['dropout'],
    }),
    notIt: actions.notIt.id(owner, { page: 'dropout' }),
    notItHere: actions.notItHere.id(owner, at),
    turnMisses: actions.turnMisses.id(owner, { first: 5 }),
    forgetServer: actions.forgetServer.id(owner, {}),
    forgetMe: actions.forgetMe.id(owner, {}),
    chooseLanguage: actions.chooseLanguage.id(owner, {}),
    chooseChannels: actions.chooseChannels.id(owner, {}),
    chooseMostWaiting: actions.chooseMostWaiting.id(owner, {}),
    chooseMostRuns: actions.chooseMostRuns.id(owner, {}),
    chooseLessonRole: actions.chooseLessonRole.id(owner, {}),
    sendCode: actions.sendCode.id(owner, {}),
    checkThis: actions.checkThis.id(owner, {}),
    whatDiffers: actions.whatDiffers.id(owner, { check: job, differs: 'call' }),
    whereFrom: actions.whereFrom.id(owner, { check: job, trained: 'once' }),
    whatRows: actions.whatRows.id(owner, { check: job, rows: 'runs' }),
    showCheck: actions.showCheck.id(owner, { check: job }),
    readAll: actions.readAll.id(owner, { page: 'dropout' }),
    turnTo: actions.turnTo.id(owner, { page: 'dropout' }),
    openFix: actions.openFix.id(owner, { page: 'dropout', framework: 'keras' }),
    turnToFix: actions.turnToFix.id(owner, { page: 'dropout', framework: 'keras' }),
    turnToText: actions.turnToText.id(owner, { followUp: 'complete-recipe' }),
    turnToExample: actions.turnToExample.id(owner, {
      followUp: 'complete-recipe',
      framework: 'keras',
    }),
    pick: actions.pick.id(owner, {}),
    allCauses: actions.allCauses.id(owner, {}),
    overview: actions.overview.id(owner, {}),
    askNext: actions.askNext.id(owner, { followUp: followUpIds[0] }),
    startDemo: actions.startDemo.id(owner, { cause: 'dropout' }),
    newSeed: actions.newSeed.id(owner, { parameters }),
    watch: actions.watch.id(owner, { parameters }),
    rerun: actions.rerun.id(owner, { parameters }),
    rerunForAll: actions.rerunForAll.id(owner, { parameters }),
    confirm: actions.confirm.id(owner, { replay }),
    check: actions.check.id(owner, { replay }),
    takeHome: actions.takeHome.id(owner, { parameters }),
    takeHomeIn: actions.takeHomeIn.id(owner, { parameters, framework: 'pytorch' }),
    rawData: actions.rawData.id(owner, { replay }),
    measured: actions.measured.id(owner, { replay }),
    cancel: actions.cancel.id(owner, { job }),
    remove: actions.remove.id(owner, {}),
    removeNow: actions.removeNow.id(owner, { message: '400000000000000004' }),
    keep: actions.keep.id(owner, {}),
    vote: actions.vote.id(owner, { lesson, step: 0, round: 0, answer: 1 }),
    trainOne: actions.trainOne.id(owner, { lesson, step: 0 }),
    wasIRight: actions.wasIRight.id(owner, { lesson, step: 0 }),
    whereAmI: actions.whereAmI.id(owner, { lesson, step: 0 }),
    reveal: actions.reveal.id(owner, { lesson, step: 0, round: 0 }),
    voteAgain: actions.voteAgain.id(owner, { lesson, step: 0 }),
    nextStep: actions.nextStep.id(owner, { lesson, step: 0 }),
    endLesson: actions.endLesson.id(owner, { lesson }),
    endLessonNow: actions.endLessonNow.id(owner, { lesson }),
    rehearse: actions.rehearse.id(owner, { lesson: 'same-model', step: 0 }),
    tryStep: actions.tryStep.id(owner, { lesson: 'same-model', step: 0 }),
  };
}
