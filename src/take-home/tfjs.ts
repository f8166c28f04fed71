import { code, hidden, section, type Cell } from './cells.ts';
import {
  beforeSection,
  closing,
  controlSection,
  forecastSection,
  opening,
  trainingSection,
} from './opening.ts';
import { bundleText, type Order } from './order.ts';
import { repeating, running, svgChart } from './tfjs-running.ts';

/** What the script needs, as npm installs it. */
export const install = 'npm install @tensorflow/tfjs @tensorflow/tfjs-backend-wasm';

export function tfjsCells(order: Order, file: string): Cell[] {
  const { taken, say } = order;
  return [
    opening(order, say.node(install, file)),
    code(
      "import { writeFileSync } from 'node:fs';",
      "import * as tf from '@tensorflow/tfjs';",
      "import '@tensorflow/tfjs-backend-wasm';",
      '',
      "await tf.setBackend('wasm');",
      'await tf.ready();',
    ),
    section(say.draws.title, say.draws.text),
    hidden(`const DATA = ${bundleText(taken.bundle)};`),
    unpacking(order),
    section(
      say.model.title,
      [say.model.text, ...(isLoop(order) ? [say.model.loop] : [])].join(say.blank),
    ),
    model(order),
    trainingSection(order),
    training(order),
    forecastSection(order),
    answer(order),
    beforeSection(order),
    running(order, isLoop(order)),
    controlSection(order),
    repeating(order),
    section(say.chart.title),
    svgChart(order),
    closing(order),
  ];
}

/** `tf.layers.lstm` takes neither masks nor, outside of a graph, a state. */
const isLoop = ({ taken: { needs } }: Order): boolean => needs.masks || needs.serves;

const unpacking = ({ taken, say }: Order): Cell =>
  code(
    `// ${say.unpack.numbers}`,
    'function numbers(name) {',
    '  const [kind, shape, text, one] = DATA.arrays[name];',
    "  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));",
    '  const size = shape.reduce((product, length) => product * length, 1);',
    "  if (kind === '<f4') return { shape, values: new Float32Array(bytes.buffer) };",
    "  if (kind === '<u2') return { shape, values: new Uint16Array(bytes.buffer) };",
    `  // ${say.unpack.series}`,
    "  if (kind === 'series') {",
    '    const series = new Float32Array(bytes.buffer);',
    '    const value = (_, at) => series[Math.floor(at / shape[1]) + (at % shape[1])];',
    '    return { shape, values: Float32Array.from({ length: size }, value) };',
    '  }',
    '  const bit = (at) => (bytes[at >> 3] >> (7 - (at & 7))) & 1;',
    '  return { shape, values: Float32Array.from({ length: size }, (_, at) => bit(at) * one) };',
    '}',
    '',
    'const tensor = (name, ...more) => {',
    '  const { shape, values } = numbers(name);',
    '  return tf.tensor(values, [...shape, ...more]);',
    '};',
    '',
    `// ${say.unpack.weights}`,
    'function initialWeights({ weights, units }) {',
    '  const shapes = [[1, 4 * units], [units, 4 * units], [4 * units], [units, 1], [1]];',
    '  const { values } = numbers(weights);',
    '  let at = 0;',
    '  return shapes.map((shape) => {',
    '    const size = shape.reduce((product, length) => product * length, 1);',
    '    return tf.tensor(values.slice(at, (at += size)), shape);',
    '  });',
    '}',
    taken.needs.trains && '',
    taken.needs.trains && 'function batchesOf({ batches, steps }) {',
    taken.needs.trains && '  const { shape, values } = numbers(batches);',
    taken.needs.trains && '  const rows = Array.from({ length: steps }, (_, step) =>',
    taken.needs.trains &&
      '    Int32Array.from(values.slice(step * shape[1], (step + 1) * shape[1])),',
    taken.needs.trains && '  );',
    taken.needs.trains && '  return rows;',
    taken.needs.trains && '}',
  );

function model(order: Order): Cell {
  const { taken, say } = order;
  if (!isLoop(order))
    return code(
      'function build(training) {',
      '  const model = tf.sequential({',
      '    layers: [',
      `      // ${say.model.sigmoid}`,
      "      tf.layers.lstm({ units: training.units, inputShape: [null, 1], recurrentActivation: 'sigmoid', kernelInitializer: 'zeros', recurrentInitializer: 'zeros' }),",
      "      tf.layers.dense({ units: 1, kernelInitializer: 'zeros' }),",
      '    ],',
      '  });',
      '  model.setWeights(initialWeights(training));',
      '  return model;',
      '}',
    );
  const { masks } = taken.needs;
  return code(
    'const build = (training) => initialWeights(training).map((weights) => tf.variable(weights));',
    '',
    `function call([kernel, recurrent, bias, dense, denseBias], windows, { ${masks ? 'mask = tf.scalar(1)' : 'state'} } = {}) {`,
    '  const zeros = tf.zeros([windows.shape[0], recurrent.shape[0]]);',
    masks
      ? '  let [hidden, cell] = [zeros, zeros];'
      : '  let [hidden, cell] = state ?? [zeros, zeros];',
    '  for (const values of tf.unstack(windows, 1)) {',
    masks && `    // ${say.model.mask}`,
    `    const remembered = tf.matMul(${masks ? 'tf.mul(hidden, mask)' : 'hidden'}, recurrent);`,
    '    const gates = tf.add(tf.add(tf.matMul(values, kernel), remembered), bias);',
    '    const [input, forget, candidate, output] = tf.split(gates, 4, 1);',
    '    cell = tf.add(tf.mul(tf.sigmoid(forget), cell), tf.mul(tf.sigmoid(input), tf.tanh(candidate)));',
    '    hidden = tf.mul(tf.sigmoid(output), tf.tanh(cell));',
    '  }',
    '  return { outputs: tf.add(tf.matMul(hidden, dense), denseBias), state: [hidden, cell] };',
    '}',
  );
}

function training(order: Order): Cell {
  const { trains, masks, clips } = order.taken.needs;
  const { say } = order;
  if (!trains)
    return code(`// ${say.training.untouched}`, 'const train = (training) => build(training);');
  const outputs = !isLoop(order)
    ? 'model.apply(inputs)'
    : masks
      ? 'call(model, inputs, { mask: tf.gather(masks, step) }).outputs'
      : 'call(model, inputs).outputs';
  return code(
    'function train(training) {',
    '  const model = build(training);',
    `  // ${say.training.untouched}`,
    '  if (training.steps === 0) return model;',
    '  const adam = tf.train.adam(training.learning_rate, 0.9, 0.999, 1e-7);',
    '  const windows = tensor(training.windows, 1);',
    '  const targets = tensor(training.targets, 1);',
    masks && '  const masks = tensor(training.masks);',
    masks
      ? '  batchesOf(training).forEach((batch, step) =>'
      : '  batchesOf(training).forEach((batch) =>',
    '    tf.tidy(() => {',
    "      const chosen = tf.tensor1d(batch, 'int32');",
    '      const inputs = tf.gather(windows, chosen);',
    '      const wanted = tf.gather(targets, chosen);',
    `      const { grads } = tf.variableGrads(() => tf.losses.meanSquaredError(wanted, ${outputs}));`,
    clips
      ? '      adam.applyGradients(clipped(grads, training.clip_norm));'
      : '      adam.applyGradients(grads);',
    '    }),',
    '  );',
    '  adam.dispose();',
    `  tf.dispose([windows, targets${masks ? ', masks' : ''}]);`,
    '  return model;',
    '}',
    ...(clips
      ? [
          '',
          `// ${say.training.clip}`,
          'function clipped(grads, limit) {',
          '  const squares = Object.values(grads).map((grad) => tf.sum(tf.square(grad)));',
          '  const norm = tf.sqrt(tf.addN(squares));',
          '  const factor = tf.div(limit, tf.maximum(norm, limit));',
          '  return Object.fromEntries(Object.entries(grads).map(([name, grad]) => [name, tf.mul(grad, factor)]));',
          '}',
        ]
      : []),
  );
}

function answer(order: Order): Cell {
  const { masks, feedsBack, serves, scales } = order.taken.needs;
  const one = isLoop(order) ? 'call(model, windows).outputs' : 'model.apply(windows)';
  return code(
    'const answer = (model, run) =>',
    '  tf.tidy(() => {',
    `    ${feedsBack ? 'let' : 'const'} windows = tensor(run.windows, 1);`,
    ...(feedsBack
      ? [
          '    let outputs = numbers(DATA.target).values.map(() => {',
          `      const output = ${one};`,
          '      const rest = tf.slice(windows, [0, 1, 0], [1, windows.shape[1] - 1, 1]);',
          '      windows = tf.concat([rest, tf.expandDims(output, 2)], 1);',
          '      return output.dataSync()[0];',
          '    });',
        ]
      : serves
        ? [
            '    let state;',
            '    for (const before of run.served) ({ state } = call(model, tensor(before, 1), { state }));',
            '    let outputs = call(model, windows, { state }).outputs.dataSync();',
          ]
        : masks
          ? [
              '    const mask = run.mask && tensor(run.mask);',
              '    let outputs = call(model, windows, { mask }).outputs.dataSync();',
            ]
          : [`    let outputs = ${one}.dataSync();`]),
    scales && '    const [low, high] = run.scaler;',
    scales && '    outputs = outputs.map((output) => low + ((output + 1) * (high - low)) / 2);',
    '    return Float32Array.from(outputs);',
    '  });',
  );
}
