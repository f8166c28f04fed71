import { LRUCache } from 'lru-cache';
import { ask } from './ask.ts';
import { cause } from './cause.ts';
import { checkCommands, checkMessage } from './check.ts';
import { compare } from './compare.ts';
import { demo } from './demo.ts';
import { diagnose } from './diagnose.ts';
import { helpOf } from './help.ts';
import { createMessageAnswerer } from './message.ts';
import { letGo, lessonCommands, tidyLessons } from './lesson.ts';
import { missesCommands } from './misses.ts';
import { privacy } from './privacy.ts';
import { settings } from './settings.ts';
import { why } from './why.ts';
import type { Command, MessageCommand } from './framework/command.ts';
import { createChecks } from './memory/checks.ts';
import { createClasses } from './memory/classes.ts';
import { createCooldown } from './memory/cooldown.ts';
import { createFrameworks } from './memory/frameworks.ts';
import { createSeriesMemory } from './memory/series.ts';
import { createSeenOnce } from './memory/seen-once.ts';
import { createTopics } from './memory/topics.ts';
import { createRateLimit } from './memory/rate-limit.ts';
import { noChannels } from './framework/channels.ts';
import { createFormHandler, createPressHandler } from './framework/press.ts';
import { rights } from './parts/rights.ts';
import type { Services } from './framework/services.ts';

export { letGo, tidyLessons };
export type { Channels } from './framework/channels.ts';
export { remembering, rememberingPress } from './talk/remember.ts';
export type { Command, CommandGroup, MessageCommand } from './framework/command.ts';
export type {
  Conversation,
  Incoming,
  OnMessage,
  OurMessage,
  Press,
  Sent,
  Visibility,
} from './framework/context.ts';
export type { Attachment as SentFile } from '../src/attachments/index.ts';
export type { Option, Raw, RawInputs, TypedInputs } from './framework/option.ts';
export type { Filled, Form, FormField } from './framework/form.ts';
export type { Submission } from './framework/submission.ts';
export { refuse } from './framework/press.ts';
export type { Block, Button, Choice, Reply, Tone } from './framework/reply.ts';
export type { Services } from './framework/services.ts';

/** The only list of commands: dispatch, registration and /help read it. */
export const commands: readonly Command[] = [
  ask,
  diagnose,
  cause,
  demo,
  compare,
  ...checkCommands,
  helpOf(() => commands),
  privacy,
  settings,
  ...lessonCommands,
  ...missesCommands,
];

/** Runs what a button or menu of ours asks for. */
export const handlePress = createPressHandler(commands, rights);

/** Does what a form of ours asks for that somebody filled in. */
export const handleForm = createFormHandler(commands);

export const answerMessage = createMessageAnswerer(commands);

/** The commands in the menus of messages. */
export const messageCommands: readonly MessageCommand[] = [why, checkMessage];

/** Results of demos, each with the raw data of its runs. */
const mostRecent = 30;

export const createServices = (
  rooms: Pick<
    Services,
    | 'content'
    | 'pictures'
    | 'answer'
    | 'attachments'
    | 'examiner'
    | 'listener'
    | 'jobs'
    | 'misses'
    | 'lessons'
    | 'settings'
    | 'log'
  >,
  now?: () => number,
): Services => ({
  ...rooms,
  classes: createClasses(now),
  channels: noChannels,
  running: new Map(),
  elsewhere: { cancel: async () => false },
  recent: new LRUCache({ max: mostRecent }),
  checks: createChecks(),
  series: createSeriesMemory(),
  cooldown: createCooldown(),
  frameworks: createFrameworks(),
  topics: createTopics(),
  rateLimit: createRateLimit(),
  markedNotIt: createSeenOnce(),
});
