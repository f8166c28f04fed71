import {
  fewestRuns,
  mostRuns,
  type DemoParameters,
  type DemoResult,
} from '../../src/demos/index.ts';
import {
  answersOf,
  countsOf,
  recordOf,
  rightAnswerOf,
  rightIn,
  type Lesson,
  type LessonStep,
  type Session,
  type Shown,
  type StepRecord,
} from '../../src/lessons/index.ts';
import { joinLines, wordsFor } from '../../src/words/index.ts';
import { createProgress } from '../demo/progress.ts';
import { bar, sayUnfinished } from '../demo/views.ts';
import type { OwnedPress } from '../framework/context.ts';
import { plain, problem } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { letGo } from './gone.ts';
import { setQuestion } from './question.ts';
import { share } from './share.ts';
import { revealReply } from './views.ts';

/**
 * Runs the experiment of the present step, as one job ahead of the queue, and shows the class what it gives. The teacher
 * who pressed sees the progress, and then what to do with the votes. If the job fails, the question stays open.
 */
export async function reveal(
  session: Session,
  lesson: Lesson,
  step: LessonStep,
  press: OwnedPress,
  services: Services,
): Promise<void> {
  const { classes, jobs, lessons, channels, recent } = services;
  const { locale } = press;
  const say = wordsFor(locale).replies.lessons;
  const { owner } = press;
  await press.reply(plain(say.starting), { private: true });
  const progress = createProgress((reply) => press.edit(reply));
  await setQuestion(session, services, owner, 'revealing');
  const job = await jobs.submit(
    {
      parameters: experimentOf(step, session),
      locale: session.locale,
      ...votesFor(step, session),
      forPaper: true,
    },
    {
      by: { user: press.userId, server: session.serverId, goesFirst: true },
      onProgress: ({ done, total }) =>
        progress.show(plain(say.running(bar(done / total), done, total))),
    },
  );
  const outcome = await job.outcome;
  await progress.stop();
  if (outcome.kind !== 'done') {
    await setQuestion(session, services, owner, 'open');
    return press.edit(problem(say.runAgain(sayUnfinished(outcome, locale))));
  }
  const { result, story, altText, paperPng: png } = outcome.result;
  recent.set(result.replay, result);
  const revealed = await lessons.apply(session.id, {
    kind: 'revealed',
    shown: shownOf(step, result, joinLines(story.title), story.finding),
    at: classes.now(),
  });
  classes.revealing.delete(session.id);
  if (png) void lessons.keepChart(session.id, session.at, { png, altText });
  // The class shall see it, even if it could not be kept: then only the database complains.
  const now = revealed ?? (await lessons.find(session.id)) ?? session;
  const shown = revealReply(session, lesson, step, outcome.result, owner);
  const posted = await channels.post(session.channelId, shown, press.id);
  if (posted === undefined) {
    await letGo(session.id, services);
    return press.edit(problem(say.cantWrite));
  }
  await setQuestion(session, services, owner, 'closed');
  await press.edit(plain(hint(step, recordOf(now), session.round, say)));
}

/** Where everybody trains, there is a run for each of them; and enough of them to make a histogram. */
function experimentOf({ kind, demo }: LessonStep, session: Session): DemoParameters {
  if (kind === 'predict') return demo;
  const taken = Math.max(0, ...Object.values(recordOf(session).votes[0])) + 1;
  return { ...demo, runs: Math.min(Math.max(demo.runs, taken, fewestRuns), mostRuns) };
}

/** How the class voted, once if it voted once; none where there is nothing to choose. */
function votesFor(step: LessonStep, session: Session) {
  const answers = answersOf(step);
  const right = rightAnswerOf(step);
  const { votes } = recordOf(session);
  const counts = votes.slice(0, session.round + 1).map((of) => countsOf(of, answers.length));
  return answers.length > 0 ? { votes: { right, counts } } : {};
}

function shownOf(step: LessonStep, result: DemoResult, title: string, finding: string): Shown {
  const shown = { replay: result.replay, title, finding };
  if (step.kind === 'predict' || result.kind !== 'comparison') return shown;
  const { at } = result.focus;
  const values = result.before.outputs.map((row) => row[at] ?? Number.NaN);
  return { ...shown, outputs: { timeStep: result.timeSteps[at] ?? 0, values } };
}

/** Peer instruction: a second vote helps where opinions differ (Crouch & Mazur 2001, Am. J. Phys. 69). */
const [few, most] = [0.3, 0.7];

function hint(
  step: LessonStep,
  { votes }: StepRecord,
  round: Session['round'],
  { hint: say }: ReturnType<typeof wordsFor>['replies']['lessons'],
): string {
  if (step.kind === 'everybody-trains') return say.shown;
  const right = rightAnswerOf(step);
  const [first, last] = [rightIn(votes[0], right), rightIn(votes[round], right)];
  if (last.all === 0) return say.noVotes;
  if (round === 1) {
    const now = share(last.right, last.all);
    return first.all === 0 ? say.onlySecond(now) : say.second(share(first.right, first.all), now);
  }
  const part = last.right / last.all;
  const said = share(last.right, last.all);
  if (part < few) return say.few(said);
  return part <= most ? say.some(said) : say.most(said);
}
