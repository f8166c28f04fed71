import { code, type Cell } from './cells.ts';
import type { Order } from './order.ts';
import { pythonCells } from './python.ts';

export function kerasCells(order: Order): Cell[] {
  const { say, taken } = order;
  return pythonCells(order, {
    packages: ['keras'],
    imports: ['import keras'],
    modelNotes: taken.needs.masks ? [say.model.maskedKeras] : [],
    model: model(order),
    training: training(order),
    answer: answer(order),
  });
}

function model({ taken, say }: Order): Cell {
  const { masks, serves } = taken.needs;
  if (serves)
    return code(
      'def build(units):',
      '    windows = keras.Input((None, 1))',
      '    state = [keras.Input((units,)), keras.Input((units,))]',
      '    lstm = keras.layers.LSTM(units, return_state=True)',
      '    dense = keras.layers.Dense(1)',
      '    learner = keras.Model(windows, dense(lstm(windows)[0]))',
      '    output, *after = lstm(windows, initial_state=state)',
      '    server = keras.Model([windows, *state], [dense(output), *after])',
      '    return learner, server',
    );
  if (masks)
    return code(
      'def masked_lstm(units, mask):',
      '    class Cell(keras.layers.LSTMCell):',
      '        def call(self, inputs, states, training=False):',
      `            # ${say.model.mask}`,
      '            hidden, cell = states',
      '            return super().call(inputs, [hidden * mask, cell], training=training)',
      '',
      '    return keras.layers.RNN(Cell(units))',
      '',
      '',
      'def build(units, mask=None):',
      '    lstm = keras.layers.LSTM(units) if mask is None else masked_lstm(units, mask)',
      '    return keras.Sequential([keras.Input((None, 1)), lstm, keras.layers.Dense(1)])',
    );
  return code(
    'def build(units):',
    '    lstm = keras.layers.LSTM(units)',
    '    return keras.Sequential([keras.Input((None, 1)), lstm, keras.layers.Dense(1)])',
  );
}

function training({ taken, say }: Order): Cell {
  const { trains, masks, clips, serves } = taken.needs;
  if (!trains)
    return code(
      'def train(training):',
      `    # ${say.training.untouched}`,
      '    model = build(training["units"])',
      '    model.set_weights(initial_weights(training))',
      '    return model',
    );
  const built = serves ? 'learner, server' : 'model';
  const learner = serves ? 'learner' : 'model';
  return code(
    'class Adam(keras.optimizers.Adam):',
    `    # ${say.training.epsilon}`,
    '    def update_step(self, gradient, variable, learning_rate):',
    '        step = keras.ops.cast(self.iterations + 1, variable.dtype)',
    '        self.epsilon = 1e-7 * keras.ops.sqrt(1 - keras.ops.power(0.999, step))',
    '        super().update_step(gradient, variable, learning_rate)',
    '',
    '',
    'def train(training):',
    ...(masks
      ? [
          '    masks = numbers(training["masks"])',
          '    mask = keras.Variable(masks[0], trainable=False)',
          '    model = build(training["units"], mask)',
        ]
      : [`    ${built} = build(training["units"])`]),
    `    ${learner}.set_weights(initial_weights(training))`,
    ...(serves
      ? []
      : [
          '    if training["steps"] == 0:',
          `        # ${say.training.untouched}`,
          '        return model',
        ]),
    clips && `    # ${say.training.clip}`,
    clips
      ? '    adam = Adam(training["learning_rate"], global_clipnorm=training["clip_norm"])'
      : '    adam = Adam(training["learning_rate"])',
    `    ${learner}.compile(loss="mse", optimizer=adam)`,
    '    windows = numbers(training["windows"])[..., None]',
    '    targets = numbers(training["targets"])[..., None]',
    '    batches = numbers(training["batches"])[: training["steps"]]',
    masks ? '    for step, batch in enumerate(batches):' : '    for batch in batches:',
    masks && '        mask.assign(masks[step])',
    `        ${learner}.train_on_batch(windows[batch], targets[batch])`,
    masks ? '    return model.get_weights()' : `    return ${serves ? 'server' : 'model'}`,
  );
}

function answer({ taken }: Order): Cell {
  const { masks, feedsBack, serves, scales } = taken.needs;
  return code(
    masks ? 'def answer(weights, run):' : 'def answer(model, run):',
    masks &&
      '    mask = keras.Variable(numbers(run["mask"]), trainable=False) if "mask" in run else None',
    masks && '    model = build(len(weights[1]), mask)',
    masks && '    model.set_weights(weights)',
    '    windows = numbers(run["windows"])[..., None]',
    ...(feedsBack
      ? [
          '    outputs = []',
          '    for _ in numbers(DATA["target"]):',
          '        output = model.predict_on_batch(windows)',
          '        outputs.append(output.item())',
          '        windows = np.concatenate([windows[:, 1:], output[..., None]], axis=1)',
          '    outputs = np.array(outputs)',
        ]
      : serves
        ? [
            '    units = model.inputs[1].shape[1]',
            '    state = [np.zeros((len(windows), units), "f4")] * 2',
            '    for before in run["served"]:',
            '        _, *state = model.predict_on_batch([numbers(before)[..., None], *state])',
            '    outputs = model.predict_on_batch([windows, *state])[0][:, 0]',
          ]
        : [
            masks
              ? '    outputs = keras.ops.convert_to_numpy(model(windows))[:, 0]'
              : '    outputs = model.predict_on_batch(windows)[:, 0]',
          ]),
    scales && '    low, high = run["scaler"]',
    scales && '    outputs = low + (outputs + 1) * (high - low) / 2',
    '    return outputs',
  );
}
