import type { RuleId } from '../../code-check/index.ts';
import type { Told } from '../code.ts';
import { codeRulesOfTraining } from './code-rules-of-training.ts';

type Sentence = (told: Told) => string;

const fromWeights = (sure: Told['sure']): string =>
  sure === 'sure'
    ? 'nothing in this code seeds them, so each training starts from different weights.'
    : 'I see no seed, only a helper that may set one. If it doesn’t, each training starts from different weights.';

/** One sentence, or two, for each rule of src/code-check/rules: what the line does, and why outputs differ by it. */
export const codeRules: Readonly<Record<RuleId, Sentence>> = {
  ...codeRulesOfTraining,
  A1: ({ Here, there, name, sure }) =>
    sure === 'sure'
      ? `${Here} predicts in training mode, so \`${name}\` of ${there} is active: each call gives a different output.`
      : `${Here} predicts in training mode. If \`${name}\` of ${there} is active, each call gives a different output.`,
  A2: ({ Here, there, third, name }) =>
    `${Here} predicts in training mode: \`train()\` in ${third} undid the \`eval()\` before it, so \`${name}\` of ${there} is active again.`,
  A3: ({ Here }) =>
    `${Here} drops units even after \`model.eval()\`, because this function drops unless it is told that training is off.`,
  A4: ({ Here }) =>
    `${Here} asks for training behaviour, so dropout stays on: each call gives a different output.`,
  A5: ({ Here }) =>
    `${Here} switches the dropout layers back on after \`eval()\`. That is Monte Carlo dropout: single calls differ on purpose, and you average over many.`,
  A6: ({ Here }) =>
    `${Here} fixes how much dropout keeps inside the graph. If you predict with the same graph, units are dropped there too.`,
  A7: ({ Here, there, sure }) =>
    sure === 'maybe'
      ? `${Here} picks at random, by what the model gives each choice. The seed${there && ` in ${there}`} repeats it at each start, but a second call in the same process goes on in the random numbers.`
      : `${Here} picks at random, by what the model gives each choice (the next token, say), and nothing seeds it: each call may pick something else.`,
  A8: ({ Here, there, sure }) =>
    sure === 'maybe'
      ? `${Here} draws the input. The seed${there && ` in ${there}`} repeats it at each start, but not on a second call in the same process.`
      : `${Here} draws the input at random, so it is the *input* that differs, not the model.`,
  A9: ({ Here }) =>
    `${Here} calls \`apply\` with \`training: true\` on numbers, so dropout stays on: each call gives a different output.`,
  A10: ({ Here }) =>
    `${Here} draws the first hidden state at random, so each call starts from a different state.`,
  A11: ({ Here }) =>
    `${Here} adds noise in every forward pass, also after \`eval()\`: nothing checks \`self.training\`.`,
  A12: ({ Here, there, third, name }) =>
    `${Here} predicts in training mode: calling \`__init__()\` again in ${third} made the layers anew, so \`${name}\` of ${there} is active after \`eval()\`.`,
  B1: ({ here, there, third }) =>
    `The layer of ${there} is stateful and nothing resets it, so ${here} starts from the state that ${third || 'its last run'} left.`,
  B2: ({ Here, there }) =>
    `${Here} feeds the hidden state${there && ` of ${there}`} of the sample before into the next one: the output depends on what was predicted earlier.`,
  B3: ({ Here }) =>
    `${Here} hands the hidden state from batch to batch without \`detach()\`. PyTorch then stops with an error, or learns through all earlier batches.`,
  B4: ({ here, there, third }) =>
    `The layer of ${there} is stateful and nothing resets it, so ${here} starts from the state that ${third || 'its last run'} left.`,
  B5: ({ Here }) =>
    `${Here} trains the model inside a function that predicts: the next prediction comes from different weights.`,
  C1: ({ Here, sure }) => `${Here} draws from PyTorch’s random numbers, and ${fromWeights(sure)}`,
  C2: ({ Here, sure }) => `${Here} draws the first weights, and ${fromWeights(sure)}`,
  C14a: ({ Here, sure }) =>
    `${Here} gives the members of a set an order. ${sure === 'sure' ? 'Python orders text differently' : 'If they are text, Python orders them differently'} in every process, so saved weights no longer fit their numbers.`,
  C14b: ({ Here, sure }) =>
    `${Here} uses \`hash()\`. ${sure === 'sure' ? 'For text it gives' : 'If it gets text, it gives'} a different number in every process.`,
  C14c: ({ Here }) =>
    `${Here} takes files in the order in which the machine lists them. A different machine, or a copy of the folder, may list them differently.`,
  D1: ({ Here, there }) =>
    `${Here} fits the scaler again on what is to be predicted${there && `, after ${there}`}: with different rows the scale changes, and the same input gives a different number.`,
  D5: ({ Here, there, value, name }) =>
    `${Here} gives the model ${value} time steps, but ${there} made it for ${name}.`,
  E2: ({ Here, there }) =>
    `${Here} predicts with the model of ${there}, which was neither trained nor loaded: its weights are random in every process.`,
  E4: ({ Here, there }) =>
    `${Here} uses a whole model from a file (${there}). It comes back in the mode in which it was saved, and nothing calls \`eval()\`.`,
  F1: ({ Here }) =>
    `${Here} lets cuDNN time several algorithms and take the fastest, which may be a different one in each run.`,
  F2: ({ here }) =>
    `I see nothing else. If this runs on a GPU (${here}), sums are added up in an order that changes from run to run.`,
  F3: ({ Here, there }) =>
    `${Here} predicts in reduced precision and ${there} doesn’t: the same model gives slightly different numbers.`,
  F4: ({ Here }) =>
    `${Here} reduces the precision of the arithmetic: expect differences in the third or fourth digit.`,
  F5: ({ Here, value }) =>
    `${Here} predicts in batches of ${value}, and an earlier call in batches of a different size: the last digits may differ.`,
  F6: ({ here }) =>
    `Nothing chooses a backend before ${here}: WebGL, WebAssembly and plain JavaScript differ in the last digits.`,
  F7: ({ Here, name }) =>
    `${Here}: on a GPU, the dropout between the layers of an \`${name}\` comes from cuDNN, and a seed alone doesn’t always repeat it.`,
  N1: ({ Here, name }) =>
    `${Here}: PyTorch drops units only between the layers of an \`${name}\`, and this one has one layer. Its dropout does nothing.`,
  N2: ({ Here, name }) =>
    `${Here}: the fourth place of \`${name}\` is \`bias\`, so this number sets no dropout. Write \`dropout=\`.`,
  N3: ({ Here, there }) => `${Here}: \`predict()\` (${there}) switches this dropout off by itself.`,
  N4: ({ Here }) =>
    `${Here} predicts without \`model.eval()\`, but this model has no dropout and no BatchNorm: \`eval()\` would change nothing.`,
  N5: ({ Here }) => `${Here}: this wrapper isn’t told how much to keep, so it keeps everything.`,
};
