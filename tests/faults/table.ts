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
    'reconnect-request': [
      'Discord asks for a reconnect while a demo runs',
      'The bot comes back and resumes; nothing is lost or said twice',
    ],
    'packet-unreadable': [
      'Discord sends something in a shape that the bot’s library can’t read',
      'That one packet is passed over, with a line in the log and a count in the metrics; the next command is answered',
    ],
  },
  'The start': {
    'registration-500': [
      'Discord does not take the commands, because it fails or because of the limit of a day',
      'The bot serves with those that were registered before, and tries again in growing pauses until they are taken',
    ],
    'registration-hangs': [
      'Discord never answers the registration of the commands',
      'After five seconds the bot connects all the same, and answers',
    ],
    'session-refused': [
      'Discord ends every session as soon as it is asked for (INVALID_SESSION)',
      'The bot asks again in growing pauses, twelve times in the first hour and six in each later one, and the log says so each time',
    ],
    'registration-wrong-server': [
      'DISCORD_GUILD_ID names a server in which the bot is no member',
      'It ends with a line that names the setting, before it connects: nothing is used up of the connections that Discord allows in a day',
    ],
  },
  'Many people': {
    strangers: [
      '20,000 people write, in channels, in threads and in direct messages',
      'Nothing of them is kept; a message that is not for the bot is passed over before anything is made of it',
    ],
  },
  'What Discord answers': {
    'one-401': [
      'Discord, or a proxy, answers one request with 401',
      'It is sent once more and arrives; the token is kept',
    ],
    'route-401': [
      'One request is answered with 401 again and again, and Discord still knows the token',
      'That answer is lost, and the log says it in a line; Discord is asked about the token, and the bot goes on',
    ],
    'token-gone': [
      'Every request is answered with 401 from now on',
      'The bot is unhealthy at once, asks three times more, and then ends with a line that names DISCORD_TOKEN',
    ],
    'callback-500': [
      'Discord answers an acknowledgement with 500 or 502, then works again',
      'It is sent again, and the answer arrives once',
    ],
    'callback-502-taken': [
      'Discord takes an acknowledgement, yet answers it with 502',
      'The second try is refused as already answered, and taken for what it is: the demo runs, and ends in its one message',
    ],
    'rate-limit': [
      'Discord answers 429 with a time to wait',
      'The bot waits as long as it was told and sends it again; nothing is lost',
    ],
    'result-500': [
      'Discord answers 500 when the result of a demo is sent, then works again',
      'The result is sent again and arrives',
    ],
    'result-cut': [
      'The connection breaks while the result of a demo is sent',
      'The result is sent again and arrives',
    ],
    outage: [
      'Discord answers 500 to everything for some seconds',
      'The bot stays and logs it; the result of a demo that ended meanwhile arrives, and the next command is answered',
    ],
    'reply-cut': [
      'The connection breaks while the answer to a message is sent, before or after Discord took it',
      'The answer is sent again, and arrives once',
    ],
    'late-callback': [
      'An acknowledgement reaches Discord after its 3 s',
      'The demo runs all the same, and its result is posted as a message of the bot, without a ping; the log says it in a line, and the next command is answered',
    ],
    'expired-token': [
      'A demo outlives the 15 minutes in which its answer can be changed by the interaction’s token',
      'Its result still comes in the one message: the bot changes it as its own',
    ],
    'expired-token-no-edit': [
      'The same, and Discord does not let the bot change that message',
      'The result is posted as a message of the bot, which names the asker without a ping',
    ],
    'expired-token-private': [
      'A private demo outlives those 15 minutes',
      'Its result is shown to nobody else: it is lost, which the log says in a line',
    ],
    'late-private': [
      'A private answer reaches Discord after its 3 s',
      'It is not shown to everybody, and the demo behind it is not run; the log says it in a line',
    ],
    'missing-permission': [
      'The bot may not write where the result has to go',
      'The demo ends there, the log says it in a line, and nothing is tried twice',
    ],
    'message-deleted': [
      'Somebody deletes the message of a running demo',
      'The demo is ended, so that nobody trains for nobody; the log says it in a line',
    ],
    'channel-deleted': [
      'The channel of a running demo is deleted',
      'The demo is ended; the log says it in a line, and other channels are served as before',
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
    'database-damaged': [
      'The database of what was missed is damaged',
      'Nothing is counted, and the log complains once; every question is answered as before',
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
