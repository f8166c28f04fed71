const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const unanswered = (count: number): string =>
  count === 1 ? '1 unanswered question' : `${count} unanswered questions`;

/** Questions that were not answered. */
export const misses = {
  notIt: 'This was not it',
  sorry: '**Noted, thank you.** Let us find out what it is.',
  title: '### What was missed on this server',
  none: 'Nothing yet.',
  /** What is counted of one cause; of neither kind it says that there was none. */
  line: (cause: string, notIt: number, unknown: number) =>
    `- **${cause}**: ${[
      ...(notIt > 0 ? [`wrong answer ${times(notIt)}`] : []),
      ...(unknown > 0 ? [`nearest to ${unanswered(unknown)}`] : []),
    ].join('; ')}`,
  /** Where there was not even a guess. */
  noGuess: (unknown: number) => `- **Something else, or unclear**: ${unanswered(unknown)}`,
  noCause: 'no guess',
  keeping: (days: number) => `-# Questions are kept as text for ${days} days.`,
  notKeeping: '-# Questions are not kept as text: only these counts are.',
  kinds: { 'not-it': 'wrong answer', unknown: 'unanswered' },
  about: (kind: string, cause: string, at: number) => `-# ${kind} · ${cause} · <t:${at}:R>`,
  newer: 'Newer questions',
  older: 'Older questions',
  switchedOn: (days: number) =>
    `**From now on** questions on this server that I can’t answer, or answer wrongly, are kept as text for ${days} days, for \`/misses list\`. Please tell your members; each can delete theirs with \`/privacy\`. Direct messages are never kept.`,
  switchedOff: '**No text is kept any more**, and what was kept is deleted. Counts go on.',
  confirm: '**This deletes all counts and texts of this server**, and no more texts will be kept.',
  forget: 'Delete all of it',
  forgotten: '**Deleted.** Nothing about this server is kept.',
};

/** What is kept of people, and how they can have it deleted. */
export const privacy = {
  text: (days: number, hours: number) =>
    [
      '**What I keep**',
      '- Of a question that I answer: nothing.',
      '- Of one that I can’t answer, or answered wrongly: that it happened, and with which cause, as a count per server.',
      `- Its text, with your id, only if those who manage the server have switched that on: for ${days} days, to improve the answers. Never of direct messages.`,
      '- Of a server: what those who manage it chose with `/settings` (language, channels, limits, the role that may start lessons), until I am removed from it.',
      `- Of a lesson: your answers, under a key that stands for you in that lesson alone, until ${hours} hours after its end. The class sees only how many chose what.`,
      '- Of scripts, outputs and other files that you have me check: nothing. I read them, never run them, and neither store nor log them. What I found stays in memory for ten minutes, so that the buttons below it work.',
      '- Of a series that you attach to `/demo` or `/compare`: its values stay in memory for ten minutes, for the buttons below the result, and nowhere else. The replay code holds a hash of them and how many they are.',
      '- I read messages only if they mention me or reply to me, are sent to me, or are picked with a command. What my last answer to you was about, and what I read in your question (such as *same weights*), I remember for ten minutes; not what you wrote.',
    ].join('\n'),
  forget: 'Delete what is kept of me',
  forgotten: (questions: number, votes: number) =>
    questions + votes === 0
      ? '**Nothing of yours is kept.**'
      : `**Deleted:** ${questions} of your questions, and ${votes} of your answers in lessons.`,
};
