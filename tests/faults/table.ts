import { answerFaults } from './table-answers.ts';
import { startFaults } from './table-start.ts';

/** Everything that may go wrong and what comes of it. Each row is proved by one test, by its id: see `proves`. */
export const faults = {
  'The connection to Discord': {
    'cut-mid-demo': [
      'The gateway connection breaks while a demo runs',
      'It resumes by itself; the demo ends in its one message, and what was asked meanwhile is answered once',
    ],
    'invalid-session': [
      'Discord ends the session (INVALID_SESSION) while a demo runs',
      'The bot identifies anew; the demo still ends in its one message',
    ],
    'no-heartbeat-ack': [
      'Discord stops acknowledging heartbeats, and the socket stays open',
      'The dead connection is noticed and replaced; the next command is answered once',
    ],
    'shards-start': [
      'The bot has many connections to Discord (shards), which begin one after the other',
      'Each serves its servers as soon as it is there; the health says “starting” until the last one is',
    ],
    'shard-dropped': [
      'One of several shards breaks',
      'It resumes by itself, and what was asked meanwhile is answered once; the others serve on, and the health says how many are there',
    ],
    'shard-ended': [
      'Discord ends one of several shards for good',
      'The bot leaves as a whole with exit code 1, and a line says why: nobody has to notice that some servers are without it',
    ],
    'processes-start': [
      'Several processes of one bot, each with a range of shards, start at once',
      'Their shards begin one after the other, as Discord asks; the process with the first one registers the commands',
    ],
    'cancel-elsewhere': [
      'A press on Cancel reaches another process than the one whose demo it is, as it may while the ranges change',
      'The demo is cancelled all the same',
    ],
    'reconnect-request': [
      'Discord asks for a reconnect while a demo runs',
      'The bot comes back and resumes; nothing is lost or said twice',
    ],
    'delivered-twice': [
      'Discord delivers an interaction and a message twice',
      'The second one is passed over: each is answered once, and Cancel ends the demo that runs',
    ],
    'two-bots': [
      'Two bots run with one token',
      'Each command is answered once; the log of the slower one asks in a line whether a second bot is running',
    ],
    'packet-unreadable': [
      'Discord sends something in a shape that the bot’s library can’t read',
      'That one packet is passed over, with a line in the log and a count in the metrics; the next command is answered',
    ],
  },
  'The start': startFaults,
  'Many people': {
    strangers: [
      '20,000 people write, in channels, in threads and in direct messages',
      'Nothing of them is kept; a message that is not for the bot is passed over before anything is made of it',
    ],
  },
  'What Discord answers': answerFaults,
  'Other machines that run demos': {
    'worker-killed': [
      'A worker is killed (SIGKILL) while it runs a demo',
      'The message says that the machine is gone; another begins the demo again, and its result comes in the one message',
    ],
    'worker-killer': [
      'Two workers end, one after the other, during the same demo',
      'It is given up, and the next demo runs',
    ],
    'worker-stopped': [
      'A worker is stopped (SIGTERM) while it runs a demo',
      'It runs that one to its end, takes no more, and ends with 0',
    ],
    'redis-gone': [
      'Redis is gone while a demo runs, and forgets everything',
      'The message says so, other demos are refused in words, and questions are answered; when it is back, demos run',
    ],
    'no-worker': [
      'No worker is there',
      'Demos are refused in words, questions are answered, and once a worker is there demos run',
    ],
  },
  'The processes that run demos': {
    'child-killed': [
      'A demo process is killed (SIGKILL)',
      'The message says that the run broke off, with a button to run it again; the next demo runs in a new process',
    ],
    'child-hung': [
      'A demo process hangs',
      'It is killed at the deadline; the message says so, and the next demo runs',
    ],
    'child-out-of-memory': [
      'A demo process runs out of memory',
      'Only its own demo ends, and says that it broke off; the next demo runs',
    ],
    'child-orphaned': [
      'The bot is killed (SIGKILL) while one of its processes computes without a pause',
      'The system ends that process with it (on Linux; elsewhere it ends when it next pauses)',
    ],
    'children-exit': [
      'Every demo process ends as soon as it starts',
      'Starts are tried in longer and longer pauses; each demo is refused in words, questions are answered, and once a process starts again demos run',
    ],
    'native-broken': [
      'A native TensorFlow.js is installed that ends every process which loads it',
      'It costs a process that only tries it; the log says the reason in a line, and demos run on the other engines',
    ],
  },
  'The process itself': {
    sigterm: [
      'It is asked to leave (SIGTERM) while demos run',
      'Whoever waits for one is told; it ends with exit code 0 within 10 s, and leaves no process behind',
    ],
    'sigterm-in-start': [
      'It is asked to leave while it starts',
      'It gives up the start and ends with exit code 0; the log tells no failure, and does not say that it is ready',
    ],
    'fails-early': [
      'Discord refuses it for good within five minutes of its start, or a mistake of its own ends it',
      'It says so at once, and ends when the five minutes are over: whatever restarts it, Discord counts at most twelve sessions an hour',
    ],
    'killed-in-reveal': [
      'It is killed (SIGKILL) while the experiment of a lesson runs',
      'No process stays behind; started again, it has every vote, and a second Reveal shows the result',
    ],
    'terminal-closed': [
      'The terminal in which it was started is closed',
      'It ends as it does when asked to leave, and no process stays behind',
    ],
    'port-taken': [
      'Another program listens at the port of the playground or of the metrics',
      'A line names the port and what to do; the playground takes the next free one',
    ],
    'second-signal': [
      'It is asked to leave a second time, while Discord does not answer',
      'It ends at once',
    ],
  },
  'Who may do what': {
    'forged-press': [
      'Somebody sends a press of a button that does not stand in the message: another person’s, or one for those who manage the server',
      'They get a private sentence, whatever rights they have; nothing is shown, changed, posted, cancelled or deleted',
    ],
    'lost-right': [
      'Whoever opened /misses, /settings or a lesson loses the right to it, and presses on',
      'The press is refused in a private sentence and does nothing: the right counts that they have at that moment',
    ],
  },
  'Disks and files': {
    'content-broken': [
      'A page or another file of the content is broken at the start',
      'The bot does not start, and says in a line which file, line and field',
    ],
    'content-broken-again': [
      'It is broken when the content is read again',
      'The log says the same line, and the last good content is served until a good one is read',
    ],
    'log-full': [
      'The disk under the log is full',
      'Lines are lost, and the bot goes on; asked to leave, it ends with exit code 0',
    ],
    'database-damaged': [
      'The database of what was missed is damaged',
      'Nothing is counted, and the log complains once; every question is answered as before',
    ],
    'two-processes': [
      'Two processes count, keep votes and change settings in one database at the same time',
      'No count and no vote is lost, and neither undoes what the other has chosen; the log says nothing',
    ],
    'disk-full': [
      'The disk is full',
      'What was missed can’t be counted, and the log complains once; questions and demos are answered as before, and once there is room it is counted again',
    ],
  },
  'QuickChart, where one is set': {
    'quickchart-down': [
      'Nobody listens at its address',
      'The bot draws the chart itself; the log says it once, however many demos follow',
    ],
    'quickchart-slow': [
      'It never answers',
      'After a while the bot draws the chart itself; the log says it once',
    ],
    'quickchart-lying': [
      'It answers with a page instead of a picture',
      'The bot draws the chart itself; the log says it once',
    ],
  },
} as const;

type Table = typeof faults;
type IdsOf<Group> = Group extends unknown ? keyof Group & string : never;

export type FaultId = IdsOf<Table[keyof Table]>;

const rows: Readonly<Record<string, readonly [fault: string, outcome: string]>> = Object.assign(
  {},
  ...Object.values(faults),
);

export function rowOf(id: FaultId): readonly [fault: string, outcome: string] {
  const row = rows[id];
  if (!row) throw new Error(`The table has no row "${id}".`);
  return row;
}
