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
    'reconnect-request': [
      'Discord asks for a reconnect while a demo runs',
      'The bot comes back and resumes; nothing is lost or said twice',
    ],
  },
  'What Discord answers': {
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
