import { code, type Cell } from './cells.ts';
import type { Order } from './order.ts';
import { pythonCells } from './python.ts';

export function pytorchCells(order: Order): Cell[] {
  const { taken, say } = order;
  const { masks } = taken.needs;
  return pythonCells(order, {
    packages: ['torch'],
    imports: [
      'import torch',
      'from torch import nn',
      '',
      `# ${say.model.oneThread}`,
      'torch.set_num_threads(1)',
    ],
    modelNotes: masks ? [say.model.maskedPyTorch] : [],
    model: model(order),
    training: training(order),
    answer: answer(order),
  });
}

function model({ taken, say }: Order): Cell {
  const { masks, serves } = taken.needs;
  const suffix = masks ? '' : '_l0';
  return code(
    'class Forecaster(nn.Module):',
    '    def __init__(self, training):',
    '        super().__init__()',
    '        units = training["units"]',
    masks
      ? '        self.lstm = nn.LSTMCell(1, units)'
      : '        self.lstm = nn.LSTM(1, units, batch_first=True)',
    '        self.dense = nn.Linear(units, 1)',
    '        kernel, recurrent, bias, dense, dense_bias = map(torch.tensor, initial_weights(training))',
    '        with torch.no_grad():',
    `            # ${say.model.gates}`,
    `            self.lstm.weight_ih${suffix}.copy_(kernel.T)`,
    `            self.lstm.weight_hh${suffix}.copy_(recurrent.T)`,
    `            self.lstm.bias_ih${suffix}.copy_(bias)`,
    '            self.dense.weight.copy_(dense.T)',
    '            self.dense.bias.copy_(dense_bias)',
    `            # ${say.model.biases}`,
    `            self.lstm.bias_hh${suffix}.zero_()`,
    `        self.lstm.bias_hh${suffix}.requires_grad_(False)`,
    '',
    ...(masks
      ? [
          '    def forward(self, windows, mask):',
          '        hidden = cell = torch.zeros(len(windows), self.dense.in_features)',
          '        for values in windows.unbind(dim=1):',
          `            # ${say.model.mask}`,
          '            hidden, cell = self.lstm(values, (hidden * mask, cell))',
          '        return self.dense(hidden)',
        ]
      : serves
        ? [
            '    def forward(self, windows, state=None):',
            '        outputs, state = self.lstm(windows, state)',
            '        return self.dense(outputs[:, -1]), state',
          ]
        : [
            '    def forward(self, windows):',
            '        outputs, _ = self.lstm(windows)',
            '        return self.dense(outputs[:, -1])',
          ]),
  );
}

function training({ taken, say }: Order): Cell {
  const { trains, masks, clips, serves } = taken.needs;
  if (!trains)
    return code(
      'def train(training):',
      `    # ${say.training.untouched}`,
      '    return Forecaster(training)',
    );
  const call = masks ? 'model(windows[batch], masks[step])' : 'model(windows[batch])';
  return code(
    'def train(training):',
    '    model = Forecaster(training)',
    '    if training["steps"] == 0:',
    `        # ${say.training.untouched}`,
    '        return model',
    '    learning = [parameter for parameter in model.parameters() if parameter.requires_grad]',
    '    adam = torch.optim.Adam(learning, lr=training["learning_rate"], betas=(0.9, 0.999), eps=1e-7)',
    '    windows = torch.tensor(numbers(training["windows"]))[..., None]',
    '    targets = torch.tensor(numbers(training["targets"]))[..., None]',
    '    batches = torch.tensor(numbers(training["batches"]).astype(int))[: training["steps"]]',
    masks && '    masks = torch.tensor(numbers(training["masks"]))',
    masks ? '    for step, batch in enumerate(batches):' : '    for batch in batches:',
    '        adam.zero_grad()',
    serves ? `        outputs, _ = ${call}` : `        outputs = ${call}`,
    '        nn.functional.mse_loss(outputs, targets[batch]).backward()',
    clips && `        # ${say.training.clip}`,
    clips && '        nn.utils.clip_grad_norm_(learning, training["clip_norm"])',
    '        adam.step()',
    '    return model',
  );
}

function answer({ taken }: Order): Cell {
  const { masks, feedsBack, serves, scales } = taken.needs;
  const call =
    masks && feedsBack
      ? 'model(windows, torch.ones(1))'
      : masks
        ? 'model(windows, mask)'
        : 'model(windows)';
  const asked = (name: string) => `torch.tensor(numbers(${name}))[..., None]`;
  return code(
    '@torch.no_grad()',
    'def answer(model, run):',
    `    windows = ${asked('run["windows"]')}`,
    ...(feedsBack
      ? [
          '    outputs = []',
          '    for _ in numbers(DATA["target"]):',
          `        output = ${call}`,
          '        outputs.append(output.item())',
          '        windows = torch.cat([windows[:, 1:], output[..., None]], dim=1)',
          '    outputs = np.array(outputs)',
        ]
      : serves
        ? [
            '    state = None',
            '    for before in run["served"]:',
            `        _, state = model(${asked('before')}, state)`,
            '    outputs = model(windows, state)[0][:, 0].numpy()',
          ]
        : [
            masks &&
              '    mask = torch.tensor(numbers(run["mask"])) if "mask" in run else torch.ones(1)',
            `    outputs = ${call}[:, 0].numpy()`,
          ]),
    scales && '    low, high = run["scaler"]',
    scales && '    outputs = low + (outputs + 1) * (high - low) / 2',
    '    return outputs',
  );
}
