import type { PieceId } from '../../evidence/index.ts';

/** What was read in a question, each piece in a few words: they stand in one line, and in buttons. */
const pieces: Readonly<Record<PieceId, string>> = {
  calls: 'every call',
  reload: 'after loading',
  trainings: 'trained again',
  machines: 'different machine',
  'batch-size': 'different batch size',
  length: 'different length or padding',
  order: 'different order',
  'other-requests': 'what came before',
  change: 'something changed',
  seed: 'seed set',
  eval: 'eval() on',
  weights: 'same weights',
  data: 'same data',
  settings: 'same settings',
  machine: 'same machine',
  cpu: 'CPU only',
  'no-dropout': 'no dropout',
  'state-reset': 'state reset',
  bits: 'last digits',
  small: 'small difference',
  large: 'large difference',
  pytorch: 'PyTorch',
  keras: 'Keras',
  tfjs: 'TensorFlow.js',
};

export const evidence = {
  pieces,
  youWrite: (names: readonly string[]) => `You write: ${names.join(' · ')}`,
  /** A menu, and what stands in it. */
  correct: 'Not so? Correct it',
  notSo: (piece: string) => `Not so: ${piece}`,
  also: (piece: string) => `Also: ${piece}`,
  /** `said`: what excludes the cause, if it isn't named itself. */
  struckOut: (cause: string, said: string | undefined, check: string | undefined) =>
    `~~${cause}~~ You say ${said ? `*${said}*: so not ${cause.toLowerCase()}` : 'it is not that'}.${check ? ` Check: \`${check}\`` : ''}`,
};
