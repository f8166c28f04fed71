/** What somebody says differs: on buttons, so at most 34 characters. */
const differs = {
  call: 'Calls of one trained model',
  training: 'Each training',
  loading: 'After loading it again',
  machine: 'On a different machine',
};

/** How somebody's code and outputs are asked for, and what stands around what was found in them. */
export const check = {
  differs,
  whatDiffers: '**What differs?** Say it, and what fits comes first.',
  /** The command in the menu of a message; its name has at most 32 characters. */
  menu: 'Check this code',
  /** A button. */
  checkThis: 'Check this code',

  /** A window has at most 45 characters of title and of label. */
  form: {
    codeTitle: 'Check my code',
    outputsTitle: 'Check my outputs',
    file: 'A file',
    codeFile: 'A script or a notebook. I read it and never run it.',
    outputsFile: 'One line per run: .csv, .txt, .json, .npy or .npz',
    paste: 'Or paste it here',
    differs: 'What differs?',
    trained: 'Where do the runs come from?',
    open: 'Send it as a file, or paste it',
  },

  found: (count: number) =>
    count === 1
      ? '### One place in your code makes outputs differ'
      : `### ${count} places in your code make outputs differ`,
  foundMaybe: (count: number) =>
    count === 1
      ? '### One place in your code may make outputs differ'
      : `### ${count} places in your code may make outputs differ`,
  fitting: (what: string) => `-# What fits “${what}” comes first.`,
  /** Of a finding that has nothing to do with what differs. */
  otherThan: (what: string) => `not “${what}”`,
  correctedAt: (place: string) => `**Corrected**, ${place}:`,
  newBefore: (place: string) => `**New** before ${place}:`,
  more: (count: number) =>
    count === 1 ? 'There is one more, of less weight.' : `There are ${count} more, of less weight.`,
  changes: '**All changes** as one file, for `git apply` or to read:',
  clean: '### I see nothing in this code that makes outputs differ',
  remains:
    'What remains: a GPU, different versions, different data, or code that I can’t see. To find it without the code: `/diagnose`.',
  noCode: '### I see no code in this',
  noCodeWhat:
    'I read Python (PyTorch, Keras, TensorFlow) and JavaScript (TensorFlow.js). Send a file, or paste the code with all its lines.',
  oneLine:
    '**All of it came on one line**, so Python’s indents are lost. Older Discord apps do that to the options of commands. Send it as a file, or paste it into the form.',
  /** The same person had outputs checked a moment ago. */
  withNumbers: '-# What your last numbers show comes first.',
  /** Beside a finding: whether the numbers show it. */
  shown: {
    shown: 'your numbers show it',
    open: 'your numbers leave it open',
    'not-shown': 'not what your numbers show',
  },
  codeToo: '**In the code that you had me check:**',

  showEveryone: 'Show everyone',
  expired:
    '**I don’t have that any more:** I keep nothing of what you send for longer than ten minutes. Send it again.',
  nothingSent: '**Nothing came with that:** choose a file, or paste the text.',
  noFileInIt: 'That message has neither code nor a file that I read.',

  rowsAreRuns: 'Each line is one run',
  rowsAreValues: 'Each column is one run',

  unfinished: {
    cancelled: '**Stopped** before it was done.',
    timedOut: (seconds: number) =>
      `**I could not look through that within ${seconds} s**, so I stopped. Send the part that matters.`,
    busy: '**Many want something checked right now.** Try it again in a minute.',
    unavailable: (seconds: number) =>
      `**I can’t check anything right now;** it is in the log. I try again by myself, next in ${seconds} s.`,
    closed: '**I am being restarted.** Send it again in a minute.',
    crashed: '**I could not look through that.** It is in the log, without your text.',
  },
};
