/** Rows of the table: what Discord may answer to a request. */
export const answerFaults = {
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
} as const;
