import type { PageId } from '../../../src/ids.ts';
import type { When } from '../../../src/code-check/index.ts';
import { after, drop, indentOf, moveBelow, rewrite, where, type Edit } from './edits.ts';

export interface Fault {
  readonly name: string;
  readonly when: When;
  readonly pages: readonly PageId[];
  /** The script with the fault, or null where it has no place for it. */
  readonly make: Edit;
  /** Marks of lines that may be named, after the change. */
  readonly at: readonly string[];
}

const mode: readonly PageId[] = ['dropout', 'batch-norm'];
const isTorch = (text: string): boolean => /torch|nn\.Module/.test(text);
const trainsOutsideFunctions = (text: string): boolean =>
  /^ {4}.*\.train\(\)/m.test(text) && !/^def train/m.test(text);
const takesOneInput = (text: string): boolean => text.includes('def forward(self, x');

/** Each is a way in which people's scripts really go wrong. */
export const faults: readonly Fault[] = [
  { name: 'eval() is missing', when: 'call', pages: mode, make: drop('eval'), at: ['predict'] },
  {
    name: 'train() follows eval()',
    when: 'call',
    pages: mode,
    make: after('eval', (line) => line.trim().replace(/\.eval\(\).*/, '.train()')),
    at: ['predict'],
  },
  {
    name: 'train(True) stands for eval()',
    when: 'call',
    pages: mode,
    make: rewrite('eval', /\.eval\(\)/, '.train(True)'),
    at: ['predict'],
  },
  {
    name: 'eval() comes before the training',
    when: 'call',
    pages: mode,
    make: where(trainsOutsideFunctions, moveBelow('eval', 'model')),
    at: ['predict'],
  },
  {
    name: 'the model is made anew after eval()',
    when: 'call',
    pages: mode,
    make: after('eval', (line) => line.trim().replace(/\.eval\(\).*/, '.__init__()')),
    at: ['predict'],
  },
  {
    name: 'F.dropout without training=',
    when: 'call',
    pages: ['dropout'],
    make: rewrite('functional', /, training=self\.training/, ''),
    at: ['functional'],
  },
  {
    name: 'F.dropout with training=True',
    when: 'call',
    pages: ['dropout'],
    make: rewrite('functional', /training=self\.training/, 'training=True'),
    at: ['functional'],
  },
  {
    name: 'F.dropout is put into forward',
    when: 'call',
    pages: ['dropout'],
    make: where(
      isTorch,
      rewrite('output', /return (.*?) {2}#/, 'return nn.functional.dropout($1, 0.2)  #'),
    ),
    at: ['output'],
  },
  {
    name: 'noise is added in forward',
    when: 'call',
    pages: ['dropout'],
    make: where(takesOneInput, (lines) => {
      const at = lines.findIndex((line) => line.includes('def forward(self, x'));
      return lines.toSpliced(
        at + 1,
        0,
        `${indentOf(lines[at] ?? '')}    x = x + 0.1 * torch.randn_like(x)  #: noise`,
      );
    }),
    at: ['noise'],
  },
  {
    name: 'the first hidden state is drawn',
    when: 'call',
    pages: ['carried-state', 'initial-weights'],
    make: rewrite('state', /torch\.zeros/, 'torch.randn'),
    at: ['state'],
  },
  {
    name: 'Keras is called with training=True',
    when: 'call',
    pages: ['dropout'],
    make: rewrite('predict', /training=False/, 'training=True'),
    at: ['predict'],
  },
  {
    name: 'a Keras layer is called with training=True',
    when: 'call',
    pages: ['dropout'],
    make: rewrite('layer', /\(hidden\)/, '(hidden, training=True)'),
    at: ['layer'],
  },
  {
    name: 'TensorFlow.js applies with training: true',
    when: 'call',
    pages: ['dropout'],
    make: rewrite('apply', /training: false/, 'training: true'),
    at: ['apply'],
  },
  {
    name: 'the graph fixes what dropout keeps',
    when: 'call',
    pages: ['dropout'],
    make: rewrite('keep', /=keep\)/, '=0.5)'),
    at: ['keep'],
  },
  {
    name: 'the next token is drawn by PyTorch',
    when: 'call',
    pages: ['sampling-temperature'],
    make: rewrite('pick', /torch\.argmax\(probs\)/, 'torch.multinomial(probs, 1)'),
    at: ['pick'],
  },
  {
    name: 'the next token is drawn by numpy',
    when: 'call',
    pages: ['sampling-temperature'],
    make: rewrite('pick', /np\.argmax\(probs\)/, 'np.random.choice(len(probs), p=probs)'),
    at: ['pick'],
  },
  {
    name: 'the next token is drawn by multinomial of numpy',
    when: 'call',
    pages: ['sampling-temperature'],
    make: rewrite('pick', /np\.argmax\(probs\)/, 'np.argmax(np.random.multinomial(1, probs, 1))'),
    at: ['pick'],
  },
  {
    name: 'a set gets an order',
    when: 'process',
    pages: ['hash-and-file-order'],
    make: rewrite('vocabulary', /sorted\(.*\)(?= {2}#)/, 'list(set(text))'),
    at: ['vocabulary'],
  },
  {
    name: 'a set is enumerated',
    when: 'process',
    pages: ['hash-and-file-order'],
    make: rewrite('vocabulary', /sorted\(.*\)(?= {2}#)/, '[c for i, c in enumerate(set(text))]'),
    at: ['vocabulary'],
  },
  {
    name: 'a hash of a text is the seed',
    when: 'process',
    pages: ['hash-and-file-order'],
    make: rewrite(
      'seed',
      /(manual_seed|set_random_seed|set_seed|seed_everything)\(\d+/,
      '$1(hash("lstm") % 1000',
    ),
    at: ['seed'],
  },
  {
    name: 'the weights are not loaded',
    when: 'process',
    pages: ['saved-model'],
    make: drop('load'),
    at: ['model', 'predict'],
  },
  {
    name: 'the state is not reset',
    when: 'later-call',
    pages: ['carried-state'],
    make: drop('reset'),
    at: ['predict'],
  },
  {
    name: 'the layer is made stateful',
    when: 'later-call',
    pages: ['carried-state'],
    make: rewrite('recurrent', /units: 8/, 'units: 8, stateful: true'),
    at: ['predict', 'apply'],
  },
  {
    name: 'the scaler is fitted again',
    when: 'later-call',
    pages: ['saved-model'],
    make: rewrite('scale', /\.transform\(/, '.fit_transform('),
    at: ['scale'],
  },
  {
    name: 'the seed is missing',
    when: 'retraining',
    pages: ['initial-weights'],
    make: drop('seed'),
    at: ['model', 'stream', 'cell'],
  },
  {
    name: 'the seed stands below the model',
    when: 'retraining',
    pages: ['initial-weights'],
    // Weights of a sequential model are drawn where layers are added: a seed between is in time.
    make: where((text) => !/sequential\(/i.test(text), moveBelow('seed', 'model')),
    at: ['model', 'seed', 'stream'],
  },
];
