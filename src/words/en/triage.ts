import { scale, type Answers, type CheckId, type Outcomes } from '../../triage/index.ts';

/** One question of the triage. */
interface QuestionWords<Answer extends string> {
  /** What the question is about, in a list of the answers given so far. */
  readonly topic: string;
  readonly ask: string;
  /** How to find it out; small print. */
  readonly how: string;
  /** On buttons: at most 34 characters. */
  readonly answers: Readonly<Record<Answer, string>>;
}

/** One check that decides, and what one may find. */
interface CheckWords<Outcome extends string> {
  readonly what: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
}
type ChecksWords = { readonly [Id in CheckId]: CheckWords<Outcomes[Id]> };

export interface TriageWords {
  readonly questions: { readonly [Id in keyof Answers]: QuestionWords<Answers[Id]> };
  readonly checks: ChecksWords;
}

const { questions, checks }: TriageWords = {
  questions: {
    weights: {
      topic: 'Weights',
      ask: 'Are these the **same saved weights**, or did you **train again**?',
      how: 'Not sure? Print a hash of the weights (a short fingerprint of their bytes) both times. If it differs, you trained again, or the load did nothing.',
      answers: { same: 'Same saved weights', trained: 'Trained again' },
    },
    where: {
      topic: 'Where',
      ask: 'Do two calls differ **within one running program**, or only **after loading** the model again (after a restart, or on a different machine)?',
      how: 'If both do, take the running program first.',
      answers: { 'one-process': 'In one running program', reloaded: 'After loading it again' },
    },
    changed: {
      topic: 'Changed in between',
      ask: 'What did you **change** between the two trainings?',
      how: 'Compare the two configurations. A new random split of the same data isn’t a change that you made: choose “Nothing”.',
      answers: { nothing: 'Nothing', setting: 'A setting', data: 'The data' },
    },
    calls: {
      topic: 'Three calls in a row',
      ask: 'Call the trained model **three times in a row with exactly the same array**. How do the outputs compare?',
      how: 'One plain call each, in the same batch, without feeding outputs back in.',
      answers: {
        equal: 'All three equal',
        'last-digits': `Last digits differ (≤ ${scale.roundingInLargeModels})`,
        clear: 'They differ clearly',
      },
    },
    start: {
      topic: 'First difference',
      ask: 'Start the training twice. **Where do the two first differ?**',
      how: 'Print a hash of the weights before the first step, then the loss of every batch in full: a difference in its last digits counts as “only later”.',
      answers: {
        weights: 'In the start weights',
        'first-loss': 'In the first loss',
        later: 'Only later',
      },
    },
    reset: {
      topic: 'From a zero state',
      ask: 'Let **every call start from a zero state**: reset it before, or pass none. Are the outputs equal now?',
      how: 'Keras: `layer.reset_state()` · PyTorch: call the LSTM without `(h, c)` · TensorFlow.js: `model.resetStates()`',
      answers: { equal: 'Yes, equal now', differs: 'No, they still differ' },
    },
    size: {
      topic: 'Size of the difference',
      ask: '**How large** is the difference, where outputs are about 1?',
      how: `Take the largest absolute difference over all outputs. Rounding stays below ${scale.rounding}, in long or large models below ${scale.roundingInLargeModels}.`,
      answers: {
        'last-digits': `Last digits (≤ ${scale.roundingInLargeModels})`,
        small: `Small (about ${scale.reducedPrecision})`,
        clear: 'Clear: a different answer',
      },
    },
    dropout: {
      topic: 'Dropout in the model',
      ask: 'Does the model contain **dropout**?',
      how: 'Look for a dropout layer, `dropout=`, `recurrent_dropout=` or `F.dropout`, with a rate above 0.',
      answers: { yes: 'Yes', no: 'No' },
    },
  },

  checks: {
    'same-weights': {
      what: 'Hash the weights both times. In PyTorch the hash includes the averages of batch normalisation: a call in training mode changes it.',
      outcomes: { differs: 'a different hash', equal: 'the same hash' },
    },
    'two-calls': {
      what: 'Call the model twice in a row with the same array and compare the raw outputs, before anything is sampled from them.',
      outcomes: { equal: '0, or the last digits only', differs: 'clearly above 0' },
    },
    'zero-state': {
      what: 'Call the model twice with the same array, each time from a zero state.',
      outcomes: { equal: '0, or the last digits only', differs: 'still clearly above 0' },
    },
    'weight-hash': {
      what: 'Hash the weights before saving and after loading. In PyTorch the hash includes the averages of batch normalisation.',
      outcomes: {
        differs: 'a different hash',
        equal: 'the same hash, so look at the input and what prepares it',
      },
    },
    'input-hash': {
      what: 'Print the shape and a hash of the sample that really goes into the model, after scaling and padding, both times.',
      outcomes: { differs: 'a different hash or shape', equal: 'the same' },
    },
    'full-precision': {
      what: 'Switch reduced precision off (here PyTorch’s TF32) and compare again.',
      outcomes: { closer: 'far closer now', 'as-before': 'as before' },
    },
    'on-cpu': {
      what: 'Run both on the CPU of one machine; set this before the framework is imported. (On a Mac it does nothing: choose the device `cpu` there.)',
      outcomes: { equal: 'equal now', differs: 'still different' },
    },
    seeds: {
      what: 'Train the old and the new version with the same five seeds each.',
      outcomes: {
        apart: 'old and new are further apart than the seeds are among themselves',
        mixed:
          'they overlap: five runs can’t tell the change from chance; train with more seeds, or compare the same seeds pair by pair',
      },
    },
    settings: {
      what: 'Print all settings of both trainings and compare them line by line.',
      outcomes: {
        training: 'learning rate, size, clipping or the like differ',
        window: 'the window, its alignment or the padding differs',
        data: 'the files, the split or the cleaning differ',
        environment: 'the machine, the library, the precision or the number of threads differs',
        same: 'all the same',
      },
    },
    'first-mismatch': {
      what: 'Train twice and print the weights’ hash and largest difference before each batch. The size of the first difference decides, not its moment. If all are 0, take more steps.',
      outcomes: {
        start: 'step 0 differs clearly',
        tiny: 'first difference about 0.00000001 (1e-8)',
        between: 'first difference about a thousandth of the learning rate',
        step: 'first difference near the learning rate (plain SGD: times the gradient)',
      },
    },
    'batch-indices': {
      what: 'Print which samples the first batch of each epoch holds, in both trainings.',
      outcomes: {
        differs: 'different samples, or a different order',
        equal: 'the same samples in the same order',
      },
    },
    tolerance: {
      what: 'Compare the outputs of one plain call each with a tolerance instead of `==`.',
      outcomes: {
        close: '`True`, or `True` once both are computed in float64',
        far: '`False`, in float64 too: that is not rounding',
      },
    },
  },
};

export const triage = {
  start: 'Find it in 4 questions',
  /** For somebody whose message it isn't. */
  own: 'Answer it for yourself',
  heading: (number: number, most: number) =>
    `### Which cause is it? Question ${number} of at most ${most}`,
  answered: (topic: string, answer: string) => `-# ${topic}: **${answer}**`,
  possible: (causes: readonly string[]) => `-# Still possible: ${causes.join(' · ')}`,
  dontKnow: 'I don’t know',
  back: 'One step back',
  restart: 'Start over',
  show: 'Show it to the channel',
  only: '### Only one cause fits your answers',
  ranked: '### These causes fit your answers, best first',
  entry: (title: string, answer: string) => `**${title}**: ${answer}`,
  others: (causes: readonly string[]) => `-# Also possible: ${causes.join(' · ')}`,
  decide: (what: string) => `**The one check that decides:** ${what}`,
  confirm: (what: string) => `**The check that confirms it:** ${what}`,
  outcome: (finding: string, causes: readonly string[]) =>
    `- ${finding}: **${causes.join(' · ')}**`,
  /** After a finding that none of the causes explains. */
  noneLeft: 'none of these: start over, and measure the size of the difference again',
  afterwards:
    '-# One cause can hide another: fix this one, and start over if the output still differs.',
  questions,
  checks,
};
