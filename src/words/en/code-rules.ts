import type { RuleId } from '../../code-check/index.ts';
import type { Told } from '../code.ts';

/** One sentence, or two, for each rule of src/code-check/rules: what the line does, and why outputs differ by it. */
export const codeRules: Readonly<Record<RuleId, (told: Told) => string>> = {
  A1: ({ Here, there, name, sure }) =>
    sure === 'sure'
      ? `${Here} predicts in training mode, so the \`${name}\` of ${there} acts: each call gives a different output.`
      : `${Here} predicts in training mode. If the \`${name}\` of ${there} is on, each call gives a different output.`,
  A2: ({ Here, there, third, name }) =>
    `${Here} predicts in training mode again: \`train()\` of ${third} undid the \`eval()\` before it, so the \`${name}\` of ${there} acts.`,
  A3: ({ Here }) =>
    `${Here} drops units even after \`model.eval()\`: the default of \`F.dropout\` is \`training=True\`.`,
  A7: ({ Here, there, sure }) =>
    sure === 'maybe'
      ? `${Here} picks the next token at random. The seed of ${there} repeats it at each start, but a second call in the same process goes on in the stream.`
      : `${Here} picks the next token at random, and nothing seeds it: each call gives a different text.`,
  C14a: ({ Here, sure }) =>
    `${Here} gives the members of a set an order. ${sure === 'sure' ? 'Python orders texts differently' : 'If they are texts, Python orders them differently'} in every process, so saved weights no longer fit their numbers.`,
  C14b: ({ Here, sure }) =>
    `${Here} uses \`hash()\`. ${sure === 'sure' ? 'For a text it gives' : 'If it gets a text, it gives'} a different number in every process.`,
  C1: ({ Here, sure }) =>
    `${Here} draws from PyTorch’s random numbers, and ${sure === 'sure' ? 'nothing in this text seeds them' : 'I see no seed but a helper that may set one'}: each training starts from different weights.`,
  C2: ({ Here, sure }) =>
    `${Here} draws the first weights, and ${sure === 'sure' ? 'nothing in this text seeds them' : 'I see no seed but a helper that may set one'}: each training starts from different weights.`,
  N1: ({ Here, name }) =>
    `${Here}: PyTorch drops units only between the layers of an \`${name}\`, and this one has one layer. Its dropout does nothing.`,
  N3: ({ Here, there }) => `${Here}: \`predict()\` (${there}) switches this dropout off by itself.`,
  N4: ({ Here }) =>
    `${Here} predicts without \`model.eval()\`, but this model has no dropout and no BatchNorm: \`eval()\` would change nothing.`,
};
