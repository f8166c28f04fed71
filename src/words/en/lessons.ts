import { list, people } from './phrases.ts';

/** A class in a channel. */
export const lessons = {
  plan: (title: string, minutes: number) => `## ${title}\n-# A lesson of about ${minutes} minutes`,
  planSteps: (titles: readonly string[]) =>
    titles.map((title, at) => `${at + 1}. ${title}`).join('\n'),
  how: '-# Press an answer before the experiment has run. Nobody sees what you chose, and you may change it until the reveal.',
  noThread:
    '-# I may not open a thread here (the permission *Create Public Threads* is missing), so the lesson stays in this channel.',
  cantWrite:
    'I can’t write here: I need the permissions to see this channel and to send messages in it.',

  question: (number: number, all: number, title: string, prompt: string) =>
    `### ${number} of ${all}: ${title}\n${prompt}`,
  again: (title: string, prompt: string) => `### Vote again: ${title}\n${prompt}`,
  answer: (letter: string, answer: string) => `**${letter}**  ${answer}`,
  voted: (count: number) => `-# ${people(count)} answered so far`,
  trained: (count: number) => `-# ${people(count)} take part so far`,
  revealing: (count: number) => `-# The experiment runs now. ${people(count)} answered.`,
  closed: (count: number) => `-# Closed: ${people(count)} answered.`,
  skipped: '-# Skipped.',
  train: 'Train one for me',
  reveal: 'Reveal',
  skip: 'Skip',
  end: 'End the lesson',
  next: 'Next step',
  finish: 'To the summary',
  voteAgain: 'Vote again',
  wasIRight: 'Was I right?',
  whereAmI: 'Where am I?',

  /** Private. */
  chose: (letter: string) => `**You chose ${letter}.** You may change it until the reveal.`,
  takesPart: (number: number) =>
    `**You take part:** run ${number} is yours. At the reveal I train it, and *Where am I?* shows you where it is.`,
  right: (letter: string, feedback: string) =>
    `✅ **You chose ${letter}, and that is right.** ${feedback}`,
  wrong: (letter: string, right: string, feedback: string) =>
    `**You chose ${letter}; ${right} is right.** ${feedback}`,
  noVote: (right: string, feedback: string) =>
    `**You did not vote in this step.** ${right} is right. ${feedback}`,
  /** `higher`: than so many of `runs`. */
  yours: (output: string, higher: number, others: number, timeStep: number) =>
    `**Yours: ${output}**, higher than ${higher} of the ${others} others (output at time step ${timeStep}).`,
  notTrained: '**You did not take part in this step**, so none of the runs is yours.',

  /** To the teacher. */
  running: (bar: string, done: number, total: number) =>
    `🌱 The experiment runs …\n\`${bar}\` ${done} of ${total}`,
  starting: '🌱 The experiment starts …',
  hint: {
    noVotes: '**Nobody voted.** Talk about the result, then go on.',
    few: (share: string) => `**${share} were right:** explain the result first, then go on.`,
    some: (share: string) =>
      `**${share} were right:** let them convince each other, then vote again.`,
    most: (share: string) => `**${share} were right:** a word on why, then go on.`,
    onlySecond: (share: string) => `**Nobody voted before, ${share} are right now.** Go on.`,
    second: (before: string, share: string) =>
      `**${before} were right before, ${share} are now.** Go on.`,
    shown: '**Done.** Talk about the result, then go on.',
  },
  runAgain: (problem: string) =>
    `${problem}\nThe question stays open. Press *Reveal* again in a moment.`,

  /** After the reveal. */
  because: (letter: string, answer: string, explanation: string) =>
    `**${letter} is right:** ${answer}\n${explanation}`,
  oddly:
    '⚠️ On this machine the experiment shows something else than the lesson expects. Look at the chart before you explain.',
  discuss: (discussion: string) => `**Talk about it:** ${discussion}`,

  confirmEnd: '**End the lesson for everybody?** The summary is posted then.',
  endNow: 'Yes, end it',
  ended: '**Ended.** The summary is in the channel.',
  summary: (title: string, taken: number) => `### Summary: ${title}\n${people(taken)} took part.`,
  absent: '-# Nobody led the lesson for two hours, so I ended it.',
  line: {
    skipped: (number: number, title: string) => `${number}. ${title}: not shown`,
    once: (number: number, title: string, right: number, all: number, share: string) =>
      all === 0
        ? `${number}. ${title}: nobody voted`
        : `${number}. ${title}: ${right} of ${all} right (${share})`,
    onlySecond: (number: number, title: string, second: string) =>
      `${number}. ${title}: nobody voted at first, after the discussion ${second} right`,
    twice: (number: number, title: string, first: string, second: string) =>
      `${number}. ${title}: ${first} right, after the discussion ${second}`,
    trained: (number: number, title: string, count: number) =>
      `${number}. ${title}: ${people(count)}`,
  },
  replay: (code: string) => `-# Replay code: \`${code}\``,
  handout:
    '-# A page to print, with the questions, the charts and the votes; and the votes as a table. Neither has names in it.',
  forgotten24: '-# The votes are deleted 24 hours after the end.',

  rehearsal: (title: string) => `-# Rehearsal of “${title}”: only you see this`,
  rehearsed: '**That was the last step.** Start it with `/lesson start`.',
  tryStep: 'Run the experiment',

  problems: {
    unknown: (known: readonly string[]) =>
      `I don't know a lesson of that name. There are ${list(known)}: start typing and pick one.`,
    onlyTeachers:
      'Only people who may manage messages here can lead a lesson, and those with the role that `/settings` names for it.',
    taken: 'A lesson goes on in this channel already. `/lesson end` ends it.',
    none: 'No lesson goes on in this channel. `/lesson start` starts one.',
    over: 'This lesson is over.',
    closed: 'This question is closed: the lesson has gone on.',
    early: 'The result is not revealed yet.',
    revealing: 'The experiment runs already: the result is there in a moment.',
    notKept: 'I could not keep that just now. Please press it again.',
  },
};
