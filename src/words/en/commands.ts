import { check } from './check.ts';
import { outputs } from './outputs.ts';

const { differs } = check;
const isPrivate = { name: 'private', description: 'Show the reply only to you' };

/** Names (lower case, at most 32 characters) and descriptions (at most 100) of the commands. */
export const commands = {
  ask: {
    name: 'ask',
    description: 'Why does my LSTM give different outputs? Ask, and see the causes that fit',
    options: {
      question: { name: 'question', description: 'What you see, in one or two sentences' },
      private: isPrivate,
    },
  },
  cause: {
    name: 'cause',
    description: 'Read all about one cause: when it happens, how to check it, how to fix it',
    options: {
      name: { name: 'name', description: 'Start typing, then pick a cause' },
      private: isPrivate,
    },
  },
  demo: {
    name: 'demo',
    description: 'Train small LSTMs live and see one cause at work, then fixed, in a chart',
    options: {
      cause: { name: 'cause', description: 'Pick a cause, or paste a replay code' },
      variant: { name: 'variant', description: 'Which form of the cause to show' },
      runs: {
        name: 'runs',
        description: 'How often to repeat, or how many settings to try: 2 to 200',
      },
      seed: {
        name: 'seed',
        description: 'The same seed gives the same bytes; leave it out for a new one',
      },
      watch: { name: 'watch', description: 'Add an animation of how it comes about' },
      data: { name: 'data', description: 'Your own series: a CSV file of 80 to 5,000 values' },
      column: {
        name: 'column',
        description: 'Its column, by name or number, where there are several',
      },
      private: isPrivate,
    },
  },
  compare: {
    name: 'compare',
    description:
      'Better, or lucky? Train with two values of a setting and see what one run would tell',
    options: {
      setting: { name: 'setting', description: 'Pick a setting' },
      a: { name: 'a', description: 'One value, for example 0.005' },
      b: { name: 'b', description: 'The other value, for example 0.02' },
      runs: { name: 'runs', description: 'How many seeds, each with both values: 2 to 200' },
      seed: {
        name: 'seed',
        description: 'The same seed gives the same bytes; leave it out for a new one',
      },
      data: { name: 'data', description: 'Your own series: a CSV file of 80 to 5,000 values' },
      column: {
        name: 'column',
        description: 'Its column, by name or number, where there are several',
      },
      private: isPrivate,
    },
  },
  check: {
    name: 'check',
    description: 'Show me the line: your code, or your repeated outputs, looked through for causes',
    code: {
      name: 'code',
      description: 'Which lines of my script make outputs differ? I read it, and never run it',
      options: {
        file: { name: 'file', description: 'A script or a notebook: .py .ipynb .js .ts .txt' },
        code: { name: 'code', description: 'Or the code itself, with all its lines' },
        differs: {
          name: 'differs',
          description: 'What differs? What fits comes first',
          choices: differs,
        },
      },
    },
    outputs: {
      name: 'outputs',
      description: 'What do my repeated outputs show, and which causes do they rule out?',
      options: {
        file: { name: 'file', description: 'One line per run: .csv .txt .json .npy .npz' },
        trained: {
          name: 'trained',
          description: 'Where do the runs come from?',
          choices: outputs.trained.answers,
        },
        rows: {
          name: 'rows',
          description: 'What each line of the file is, if I get it wrong',
          choices: { runs: 'One run', values: 'One value of all runs' },
        },
      },
    },
  },
  diagnose: {
    name: 'diagnose',
    description: 'Find your cause in at most four questions, and the one check that decides',
    options: { public: { name: 'public', description: 'Let everybody here follow it' } },
  },
  misses: {
    name: 'misses',
    description: 'What people asked and got no help with',
    list: {
      name: 'list',
      description: 'List what was missed, by cause, and the questions if they are kept',
      options: {},
    },
    'keep-texts': {
      name: 'keep-texts',
      description: 'Choose whether missed questions of this server are kept as text',
      options: { on: { name: 'on', description: 'True keeps them; False deletes those kept' } },
    },
    forget: {
      name: 'forget',
      description: 'Delete everything that is kept about this server',
      options: {},
    },
  },
  settings: {
    name: 'settings',
    description:
      'Choose the language, channels and limits of this server, and who may start lessons',
    options: {},
  },
  lesson: {
    name: 'lesson',
    description: 'A class in this channel: predict, run, discuss, vote again',
    start: {
      name: 'start',
      description: 'Start a lesson here: everybody predicts before the experiment runs',
      options: {
        name: { name: 'name', description: 'Pick a lesson' },
        thread: { name: 'thread', description: 'Put it into a thread of its own' },
      },
    },
    rehearse: {
      name: 'rehearse',
      description: 'Go through a lesson alone, with the answers: only you see it',
      options: { name: { name: 'name', description: 'Pick a lesson' } },
    },
    end: {
      name: 'end',
      description: 'End the lesson in this channel, with its summary',
      options: {},
    },
  },
  privacy: {
    name: 'privacy',
    description: 'What is kept of your questions, and a button to delete it',
    options: {},
  },
  help: {
    name: 'help',
    description: 'What I can do, with an example question',
    options: {},
  },
};
