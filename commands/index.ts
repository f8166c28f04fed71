import { ask } from './ask.ts';
import { cause } from './cause.ts';
import { demo } from './demo.ts';
import { createRecent } from './demo/recent.ts';
import { createRunningDemos } from './demo/running.ts';
import { diagnose } from './diagnose.ts';
import { help } from './help.ts';
import { missesCommands } from './misses.ts';
import { privacy } from './privacy.ts';
import { why } from './why.ts';
import type { Command, MessageCommand } from './shared/command.ts';
import { createCooldown } from './shared/cooldown.ts';
import { createMarks } from './shared/marks.ts';
import { createPace } from './shared/pace.ts';
import type { Services } from './shared/services.ts';

export type { Command, CommandGroup, MessageCommand } from './shared/command.ts';
export { answerMessage } from './message.ts';
export type { Conversation, Incoming, OnMessage, Press, Visibility } from './shared/context.ts';
export type { Option, Raw, RawInputs } from './shared/option.ts';
export { handlePress, refuse } from './shared/press.ts';
export type { Block, Button, Choice, Reply, Tone } from './shared/reply.ts';
export type { Services } from './shared/services.ts';

/** The only list of commands: dispatch, registration and /help read it. */
export const commands: readonly Command[] = [
  ask,
  diagnose,
  cause,
  demo,
  help,
  privacy,
  ...missesCommands,
];

/** The commands in the menus of messages. */
export const messageCommands: readonly MessageCommand[] = [why];

export const createServices = (
  rooms: Pick<Services, 'content' | 'answer' | 'jobs' | 'misses'>,
): Services => ({
  ...rooms,
  commands,
  running: createRunningDemos(),
  recent: createRecent(),
  cooldown: createCooldown(),
  pace: createPace(),
  marked: createMarks(),
});
