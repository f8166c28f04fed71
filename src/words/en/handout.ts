import { list, people } from './phrases.ts';

/** What a class takes away from a lesson: one page to print. */
export const handout = {
  title: (lesson: string) => `${lesson} (handout)`,
  about: (count: number) =>
    `Handout of a lesson with Seedling: why does an LSTM’s output differ? ${people(count)} took part.`,
  answers: 'How the class answered',
  answer: 'Answer',
  votes: 'Votes',
  first: 'First vote',
  second: 'After talking',
  /** Before an answer, and before a question to discuss. */
  right: 'Right: ',
  trained: (count: number) =>
    `${people(count)} pressed, and for each of them one model was trained.`,
  result: 'What the experiment showed',
  replay: 'Replay code:',
  noChart: 'The chart is missing here. The replay code below gives it again.',
  why: 'Why',
  discuss: 'To talk about: ',
  left: (titles: readonly string[]) => `Not shown in this lesson: ${list(titles)}.`,
  readOn: 'To read on',
  inDiscord: (id: string) => `The whole page in Discord: \`/cause name:${id}\``,
  again: 'To run it again',
  howAgain:
    'Give a replay code to the bot as the `cause` of `/demo`: it runs that experiment again and says whether the bytes are the same.',
};
