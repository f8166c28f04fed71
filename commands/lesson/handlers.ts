import { letterOf } from '../../src/charts/index.ts';
import { mostRuns } from '../../src/demos/index.ts';
import { voterKey, votesOf, type LessonEvent, type Session } from '../../src/lessons/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { on, ownerIn, ownerOf, type Handler } from '../framework/action.ts';
import type { OwnedPress } from '../framework/context.ts';
import { plain, text, type Reply } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { actions } from '../parts/actions.ts';
import { finish } from './ending.ts';
import { letGo } from './gone.ts';
import { goingOn, openQuestion, refuse, shownStep, wordsOf } from './guards.ts';
import { lessonOf } from './lookup.ts';
import { wasIRight, whereAmI } from './own.ts';
import { ask, setQuestion, showCount } from './question.ts';
import { reveal } from './reveal.ts';

const isPrivate = { private: true };

/** What the buttons of a lesson under way do. */
export const handlers: readonly Handler[] = [
  on(actions.vote, async ({ lesson: id, step: at, round, answer }, press, services) => {
    const open = await openQuestion(id, { at, round }, press, services);
    if (!open) return;
    const { session, step } = open;
    if (step.kind !== 'predict' || answer >= step.answers.length)
      return refuse(press, (problems) => problems.closed);
    const now = await take(
      { kind: 'voted', voter: keyOf(press, session), answer },
      session,
      press,
      services,
    );
    if (now) await press.reply(plain(wordsOf(press).chose(letterOf(answer))), isPrivate);
  }),
  on(actions.trainOne, async ({ lesson: id, step: at }, press, services) => {
    const open = await openQuestion(id, { at, round: 0 }, press, services);
    if (!open) return;
    const voter = keyOf(press, open.session);
    const now = await take({ kind: 'trained', voter, mostRuns }, open.session, press, services);
    if (now)
      await press.reply(plain(wordsOf(press).takesPart((votesOf(now)[voter] ?? 0) + 1)), isPrivate);
  }),
  on(actions.reveal, async ({ lesson: id, step: at, round }, press, services) => {
    const open = await openQuestion(id, { at, round }, press, services);
    if (!open) return;
    const { revealing } = services.classes;
    revealing.add(id);
    try {
      await reveal(inMessage(open.session, press), open.lesson, open.step, press, services);
    } finally {
      revealing.delete(id);
    }
  }),
  on(actions.voteAgain, async ({ lesson: id, step: at }, press, services) => {
    const session = await goingOn(id, at, press, services);
    if (!session) return;
    const event = { kind: 'voting-again', at: services.classes.now() } as const;
    const now = await services.lessons.apply(id, event);
    if (now?.phase !== 'open') return refuse(press, (problems) => problems.closed);
    await press.acknowledge();
    await askOrEnd(now, press, services);
  }),
  on(actions.nextStep, async ({ lesson: id, step: at }, press, services) => {
    const session = await goingOn(id, at, press, services);
    if (!session) return;
    if (services.classes.revealing.has(id)) return refuse(press, (problems) => problems.revealing);
    await press.acknowledge();
    if (session.phase === 'open')
      await setQuestion(inMessage(session, press), services, press.owner, 'skipped');
    const { steps } = lessonOf(services.content, session.lesson, session.locale);
    if (at + 1 >= steps.length) return finish(session, 'finished', services);
    const event = { kind: 'moved-on', at: services.classes.now() } as const;
    const now = await services.lessons.apply(id, event);
    if (now) await askOrEnd(now, press, services);
  }),
  on(actions.wasIRight, async ({ lesson: id, step: at }, press, services) => {
    const seen = await shownStep(id, at, press, services);
    if (seen?.step.kind !== 'predict') return;
    return press.reply(wasIRight(seen.session, at, seen.step, press), isPrivate);
  }),
  on(actions.whereAmI, async ({ lesson: id, step: at }, press, services) => {
    const seen = await shownStep(id, at, press, services);
    if (seen) return press.reply(whereAmI(seen.session, at, press), isPrivate);
  }),
  on(actions.endLesson, async ({ lesson: id }, press, services) => {
    const session = await goingOn(id, undefined, press, services);
    if (session) return press.reply(confirmReply(id, press), isPrivate);
  }),
  on(actions.endLessonNow, async ({ lesson: id }, press, services) => {
    const session = await goingOn(id, undefined, press, services);
    if (!session) return;
    await press.update(plain(wordsOf(press).ended));
    return finish(session, 'finished', services);
  }),
];

const keyOf = ({ userId }: OwnedPress, { salt }: Session): string => voterKey(userId, salt);

const confirmReply = (lesson: string, { locale, userId }: OwnedPress): Reply => ({
  tone: 'unsure',
  blocks: [
    text(wordsFor(locale).replies.lessons.confirmEnd),
    {
      kind: 'buttons',
      buttons: [
        {
          label: wordsFor(locale).replies.lessons.endNow,
          style: 'danger',
          customId: actions.endLessonNow.id(ownerOf(userId, locale), { lesson }),
        },
      ],
    },
  ],
});

/** Somebody may press before we have heard where the question stands: then it stands where they press. */
const inMessage = (session: Session, { messageId }: OwnedPress): Session => ({
  ...session,
  messageId: session.messageId ?? messageId,
});

/** Keeps what somebody answered, and shows how many have; undefined if it could not be kept, and then they are told. */
async function take(
  event: Extract<LessonEvent, { voter: string }>,
  { id, at, round }: Session,
  press: OwnedPress,
  services: Services,
): Promise<Session | undefined> {
  const now = await services.lessons.apply(id, event);
  const kept = now?.records[at]?.votes[round][event.voter];
  if (!now || kept === undefined || (event.kind === 'voted' && kept !== event.answer)) {
    await refuse(press, (problems) => (now ? problems.closed : problems.notKept));
    return undefined;
  }
  // Only the buttons of the message know whose lesson it is.
  const owner = ownerIn(actions.reveal, press.customIds);
  if (owner !== undefined) showCount(inMessage(now, press), services, owner);
  return now;
}

/** Posts the next question. Where that is not possible any more, the lesson ends. */
async function askOrEnd(session: Session, press: OwnedPress, services: Services): Promise<void> {
  if (!(await ask(session, services, press.owner, press.id))) await letGo(session.id, services);
}
