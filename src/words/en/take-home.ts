import type { CauseId } from '../../ids.ts';
import type { ByVariant } from '../../demos/index.ts';
import { list } from './phrases.ts';

/** What a reader of that notebook can try, one sentence each; `code` in backticks stands in all three frameworks. */
const tries: ByVariant<readonly string[], CauseId> = {
  'initial-weights': {
    retrain: [
      'Give every run the weights of the first one: `run["training"] = DATA["runs"][0]["training"]`. The spread is then exactly 0.',
      'Let your framework draw the initial weights itself, once without a seed and once with one. Only with the seed does the second start of this file repeat the first.',
    ],
  },
  'batch-order': {
    retrain: [
      'Replace the batches of every run by those of the first. The spread is then exactly 0.',
      'Train longer, going through the batches twice. Does the order still matter as much?',
    ],
  },
  dropout: {
    inference: [
      'Leave the mask out in half of the runs: these agree to the last bit, the others don’t.',
      'Average the outputs of all masks and compare that with the control. This is Monte Carlo dropout: the spread then says how sure the model is.',
    ],
    training: [
      'Give every run the masks of the first one. The spread is then exactly 0.',
      'Leave the masks out altogether. Is the error of the forecasts higher or lower?',
    ],
  },
  'time-steps': {
    length: [
      'Train with shorter windows, by cutting the first time steps off all of them. Where is the error lowest now?',
      'Cut one value off at the front of a window, then one at the back. Which of the two changes the output more?',
    ],
    alignment: [
      'Put the zeros in front of the values instead of behind them. The LSTM then reads them first and has forgotten most of them at the end.',
      'Hand in only the real values, as a mask or packed sequences would do it. The error is then the same for any padding.',
    ],
  },
  hyperparameters: {
    'learning-rate': [
      'Try a learning rate ten times as high as the highest one here, and look at the loss.',
      'Train twice as long with the lowest learning rate. Does it catch up?',
    ],
    'hidden-units': [
      'Compare the distance between settings with the distance between seeds of one setting. Which setting is really better?',
      'Train the largest model twice as long. Its error on the training data falls; does that of the forecast?',
    ],
    clipping: [
      'Print the norm of the gradients before clipping. Below the limit, clipping changes nothing.',
      'Set the limit so high that it is never reached. All of its values then give one result.',
    ],
  },
  'data-set': {
    sampling: [
      'Give every run the examples of the first one. The spread is then exactly 0.',
      'Train on all examples of the series. How far is each of these forecasts from that one?',
    ],
    shift: [
      'Subtract the mean of each window before the call and add it afterwards. How much of the error is left?',
      'Ask the model about values halfway between the old series and the new one.',
    ],
    dirty: [
      'Give every run the data of the first one. The spread is then exactly 0.',
      'Count the values of 4 in the windows. How many of them does it take to spoil a training?',
    ],
  },
  'carried-state': {
    'between-calls': [
      'Leave out the requests before, one after the other. From how many on does the order matter?',
      'Use longer windows. The longer they are, the less is left of the old state.',
    ],
    'within-predict': [
      'Let the state run on for 50 calls. Does it settle?',
      'Reset the state after every second call, and see which outputs agree.',
    ],
  },
  'floating-point': {
    engines: [],
    'batch-size': [],
    'addition-order': [
      'Compute in float64. The differences shrink by about nine decimal places, and don’t vanish.',
      'Call the model on a GPU, if you have one. The outputs differ in the last bits again.',
    ],
  },
  'saved-model': {
    'not-loaded': [
      'Save the trained model with your framework, load it in a second file, and compare the outputs bit for bit.',
      'Print the sum of all weights after each start. One number would have shown the mistake.',
    ],
    'wrong-epoch': [
      'Draw the error against the epoch. How much does it matter which file is loaded?',
      'Average the weights of the last five epochs and forecast with those.',
    ],
    scaler: [
      'Give every run the scaler of the control. The spread is then exactly 0.',
      'Print the scalers beside the outputs. How much does the output move with the least and the greatest value?',
    ],
  },
};

/** The notebook or script that repeats a demo in somebody's own framework. Sentences of the `code` become its comments. */
export const takeHome = {
  tries,
  /** Between two sentences. */
  blank: ' ',
  /** `minutes`: 0 where it takes some seconds. */
  intro: (framework: string, drawn: readonly string[], minutes: number) =>
    `This file repeats it on your machine, in ${framework}. It draws nothing by chance: ${list(drawn)} are the bot’s own. So your forecasts end where the bot’s ended, but for rounding. ` +
    (minutes === 0
      ? 'It takes some seconds.'
      : `It takes ${minutes === 1 ? 'about a minute' : `about ${minutes} minutes`}.`),
  drawn: {
    data: 'the data',
    weights: 'the initial weights',
    batches: 'the order of the batches',
    masks: 'the dropout masks',
  },
  python: (packages: readonly string[]) =>
    `You need Python with ${list(packages)}, and \`matplotlib\` for the chart.`,
  node: (install: string, file: string) =>
    `You need Node.js 20 or later. In an empty folder: \`${install}\`, then \`node ${file}\`.`,
  part: (taken: number, all: number) =>
    `The demo had ${all} runs; this file holds ${taken} of them, so that it stays small and quick.`,
  replay: (code: string) => `Replay code: \`${code}\``,

  draws: {
    title: 'What the bot drew',
    text: 'The next cell holds the bot’s numbers as base64. It is long and not meant to be read: run it and go on.',
  },
  unpack: {
    numbers: 'One of the bot’s arrays. A dropout mask has one bit a unit: 1 is kept, 0 is dropped.',
    series: 'Windows that move along a series by one step are stored as the series.',
    weights: 'The initial weights of a training, in the layout of Keras.',
  },
  model: {
    title: 'The model',
    text: 'One LSTM layer, then a dense layer with one output.',
    gates:
      'Keras and PyTorch have the gates in the same order (input, forget, candidate, output), but PyTorch’s matrices are transposed.',
    biases:
      'PyTorch adds two biases where Keras has one. The second stays 0 and must not learn, or Adam would move their sum twice as far.',
    sigmoid: 'The gates of TensorFlow.js use hardSigmoid unless told otherwise.',
    maskedPyTorch:
      'The cell is called step by step only so that a dropout mask can be handed in. Without dropout, `nn.LSTM` gives the same.',
    maskedKeras:
      'The ordinary cell, but its dropout mask is handed in instead of drawn. Without dropout, `keras.layers.LSTM` gives the same.',
    loop: 'The LSTM is written out only so that a mask or a state can be handed in. Without them, `tf.layers.lstm` gives the same.',
    mask: 'The mask acts on what the LSTM remembers of its last output, the same in all time steps.',
    oneThread: 'A model as small as this one is faster on one thread.',
  },
  training: {
    title: 'The training',
    text: 'A step for each mini-batch, in the bot’s order: mean squared error, and Adam with the numbers of Keras. What a framework takes by default may differ.',
    clip: 'Gradients whose joint norm is larger are scaled down to it.',
    epsilon:
      'Keras adds epsilon before it corrects the second moment; the bot, PyTorch and TensorFlow.js add it afterwards. This does it their way.',
    untouched: 'Without training steps the model keeps the weights that it was built with.',
    once: 'One model serves all runs: it is trained once, and then only called.',
  },
  forecast: {
    title: 'The forecast',
    feedsBack:
      'The model gets the newest values and forecasts the next one. That forecast becomes the newest value, and so on, 60 times: small differences add up.',
    next: 'The model gets 60 windows, and forecasts the value after each.',
    serves:
      'A model that keeps its state first answers other requests. The last one starts where they ended.',
    scales: 'The model works on scaled values; its outputs are scaled back.',
  },
  before: {
    title: 'The cause at work',
    text: 'All runs, and how far your forecasts are from the bot’s.',
    retrains: 'Every run trains a model of its own. That takes a while; a dot is a run.',
    largest: 'Largest difference from the bot’s forecasts:',
    magnified:
      'Without these runs: their training magnifies rounding errors, so that some of them end elsewhere in another framework (see the bot’s demo “butterfly”). Run and difference:',
    spread: 'Spread (standard deviation over the runs):',
    error: 'Error (root mean square distance from the target):',
    bot: 'bot',
  },
  control: {
    title: 'The control',
    text: 'The same runs with the cause held fixed.',
    part: 'The same training with the same draws, a few times: one difference would show in the bits. The bot did it oftener.',
    identical: 'All outputs of the same run are identical, to the last bit:',
    yes: 'yes',
    no: 'no',
  },
  chart: {
    title: 'The chart',
    target: 'target',
    control: 'the control: the same draws again',
    distances: 'distance from the first run',
    missing: 'SKIPPED: no chart, because matplotlib is missing (pip install matplotlib).',
    fonts:
      'Most fonts of matplotlib have no Chinese characters: without one that has, the chart speaks English.',
    written: 'Chart:',
  },
  change: {
    title: 'What to change',
    text: 'Change one thing at a time, and run everything after it again:',
    common:
      'Change `learning_rate`, or the number of `steps`, in `DATA["trainings"]`. You leave the bot’s numbers, and see what is left of the cause.',
    data: 'Put a series of your own into the windows. How big is the cause there? The toy task can’t tell you.',
  },

  /** Where a demo can't be taken home. */
  cannot:
    'This demo can’t be taken home: it compares several causes or engines, or uses a series of yours; a notebook repeats one cause in one framework, on my series.',
  button: 'Run it on your machine',
  choose:
    '**In which framework?** You get a file with the bot’s own draws: run it, and it ends at the same numbers.',
  file: (framework: string, code: string) =>
    `**${framework}:** the same demo on your machine, from the bot’s own draws (\`${code}\`).`,
  notebookHint: '-# Open it in Jupyter, VS Code or Google Colab, and run all cells.',
  scriptHint: (install: string, file: string) => `-# \`${install}\`, then \`node ${file}\``,
};
