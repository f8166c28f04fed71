import type { Answers, CheckId } from '../../triage/index.ts';

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
interface CheckWords {
  readonly what: string;
  readonly outcomes: Readonly<Record<string, string>>;
}

export interface TriageWords {
  readonly questions: { readonly [Id in keyof Answers]: QuestionWords<Answers[Id]> };
  readonly checks: Readonly<Record<CheckId, CheckWords>>;
}

const { questions, checks }: TriageWords = {
  questions: {
    weights: {
      topic: 'Weights',
      ask: 'Are these the **same saved weights**, or did you **train again**?',
      how: 'Not sure? Print a hash of the weights both times. Another hash: trained again, or not really loaded.',
      answers: { same: 'Same saved weights', trained: 'Trained again' },
    },
    where: {
      topic: 'Where',
      ask: 'Do two calls differ **within one running program**, or only **after loading** the model again (restart, other machine)?',
      how: 'If both do, take the running program first.',
      answers: { 'one-process': 'In one running program', reloaded: 'After loading it again' },
    },
    changed: {
      topic: 'Changed in between',
      ask: 'What did you **change** between the two trainings?',
      how: 'Compare the two configurations. A new random split of the same data is no change of yours: that is “nothing”.',
      answers: { nothing: 'Nothing', setting: 'A setting', data: 'The data' },
    },
    calls: {
      topic: 'Three calls in a row',
      ask: 'Call the trained model **three times in a row with exactly the same array**. How do the outputs compare?',
      how: 'One plain call each, in the same batch, without feeding outputs back in.',
      answers: {
        equal: 'All three equal',
        'last-digits': 'Last digits differ (≤ 0.00001)',
        clear: 'They differ clearly',
      },
    },
    start: {
      topic: 'First difference',
      ask: 'Start the training twice. **Where do the two first differ?**',
      how: 'Print a hash of the weights before the first step, then the loss of every batch.',
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
      how: 'Take the largest absolute difference over all outputs.',
      answers: {
        'last-digits': 'Last digits (≤ 0.00001)',
        small: 'Small (about 0.001)',
        clear: 'Clear: another answer',
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
      what: 'Hash the weights both times.',
      outcomes: { differs: 'another hash', equal: 'the same hash' },
    },
    'zero-state': {
      what: 'Call the model twice with the same array, each time from a zero state.',
      outcomes: { equal: '0', differs: 'still clearly above 0' },
    },
    'arg-max': {
      what: 'Compare the raw outputs of two calls, before anything is sampled from them.',
      outcomes: { equal: '`True`', differs: '`False`' },
    },
    'weight-hash': {
      what: 'Hash the weights before saving and after loading.',
      outcomes: { differs: 'another hash', equal: 'the same hash' },
    },
    'input-hash': {
      what: 'Print the shape and a hash of the array that really goes into the model, both times.',
      outcomes: { differs: 'another hash or shape', equal: 'the same' },
    },
    'full-precision': {
      what: 'Switch reduced precision off (here PyTorch’s TF32) and compare again.',
      outcomes: { closer: 'far closer now', 'as-before': 'as before' },
    },
    'on-cpu': {
      what: 'Run both on the CPU of one machine; set this before the framework is imported.',
      outcomes: { equal: 'equal now', differs: 'still different' },
    },
    settings: {
      what: 'Print all settings of both trainings and compare them line by line.',
      outcomes: {
        training: 'learning rate, size, clipping or the like differ',
        window: 'the window, its alignment or the padding differs',
        data: 'the files, the split or the cleaning differ',
      },
    },
    seeds: {
      what: 'Train the old and the new version with five seeds each.',
      outcomes: {
        apart: 'old and new lie further apart than the seeds among themselves',
        mixed: 'they overlap, so the change is not the reason',
      },
    },
    'first-mismatch': {
      what: 'Train twice, and hash the weights at the start and after each of the first batches.',
      outcomes: {
        start: 'the start differs',
        early: 'the start is equal, the first batches differ',
        late: 'equal at first, different later',
      },
    },
    'batch-indices': {
      what: 'Print which samples the first batch of each training holds.',
      outcomes: { differs: 'other samples, or another order', equal: 'the same' },
    },
    tolerance: {
      what: 'Compare the two outputs with a tolerance instead of `==`.',
      outcomes: { close: '`True`' },
    },
  },
};

export const triage = {
  start: 'Find it in 4 questions',
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
  afterwards: '-# One cause can hide another: fix this one, and if it still differs, start over.',
  questions,
  checks,
};
