import { code, hidden, section, type Cell } from './cells.ts';
import { pythonChart } from './python-chart.ts';
import {
  beforeSection,
  closing,
  controlSection,
  forecastSection,
  opening,
  trainingSection,
} from './opening.ts';
import { bundleText, isSensitive, shownOf, type Order, type Shown } from './order.ts';

/** What differs between the frameworks of Python. */
export interface PythonParts {
  readonly packages: readonly string[];
  readonly imports: readonly string[];
  readonly modelNotes: readonly string[];
  readonly model: Cell;
  /** Defines `train(training)`, which gives what `answer(model, run)` takes. */
  readonly training: Cell;
  readonly answer: Cell;
}

export function pythonCells(order: Order, parts: PythonParts): Cell[] {
  const { taken, say } = order;
  const packages = [...parts.packages, 'numpy'].map((name) => `\`${name}\``);
  return [
    opening(order, say.python(packages)),
    code(
      'import base64',
      !taken.needs.retrains && 'import functools',
      'import json',
      'import math',
      '',
      'import numpy as np',
      ...parts.imports,
    ),
    section(say.draws.title, say.draws.text),
    hidden(`DATA = json.loads("""${bundleText(taken.bundle)}""")`),
    unpacking(order),
    section(say.model.title, [say.model.text, ...parts.modelNotes].join(say.blank)),
    parts.model,
    trainingSection(order),
    parts.training,
    forecastSection(order),
    parts.answer,
    beforeSection(order),
    running(order),
    controlSection(order),
    repeating(order),
    section(say.chart.title),
    pythonChart(order),
    closing(order),
  ];
}

const unpacking = ({ say }: Order): Cell =>
  code(
    'def numbers(name):',
    `    # ${say.unpack.numbers}`,
    '    kind, shape, text, *one = DATA["arrays"][name]',
    '    data = base64.b64decode(text)',
    '    if kind == "bits":',
    '        data = np.unpackbits(np.frombuffer(data, "u1"))[: math.prod(shape)] * np.float32(one[0])',
    '    elif kind == "series":',
    `        # ${say.unpack.series}`,
    '        data = np.lib.stride_tricks.sliding_window_view(np.frombuffer(data, "<f4"), shape[1])',
    '    else:',
    '        data = np.frombuffer(data, kind)',
    '    return data.reshape(shape)',
    '',
    '',
    'def initial_weights(training):',
    `    # ${say.unpack.weights}`,
    '    units = training["units"]',
    '    ends = np.cumsum([4 * units, 4 * units * units, 4 * units, units])',
    '    kernel, recurrent, bias, dense, dense_bias = np.split(numbers(training["weights"]), ends)',
    '    return [kernel.reshape(1, -1), recurrent.reshape(units, -1), bias, dense.reshape(-1, 1), dense_bias]',
  );

const measures: Readonly<Record<'spread' | 'error', readonly string[]>> = {
  spread: [
    'def spread(runs, outputs):',
    '    groups = {}',
    '    for run, output in zip(runs, outputs):',
    '        groups.setdefault(run["group"], []).append(output)',
    '    return np.sqrt(np.mean([np.var(group, axis=0, ddof=1) for group in groups.values()]))',
  ],
  error: [
    'target = numbers(DATA["target"])',
    '',
    '',
    'def error(outputs):',
    '    return np.sqrt(np.mean((outputs - target) ** 2))',
  ],
};

const shownByError = (shown: Shown) => shown === 'error' || shown === 'errors';

function running(order: Order): Cell {
  const { taken, say } = order;
  const { retrains } = taken.needs;
  const shown = shownOf(order.result);
  return code(
    !retrains && `# ${say.training.once}`,
    !retrains && '@functools.cache',
    !retrains && 'def trained(name):',
    !retrains && '    return train(DATA["trainings"][name])',
    !retrains && '',
    !retrains && '',
    'def forecasts(runs):',
    '    outputs = []',
    '    for run in runs:',
    retrains
      ? '        model = train(DATA["trainings"][run["training"]])'
      : '        model = trained(run["training"])',
    '        outputs.append(answer(model, run))',
    retrains && '        print(".", end="", flush=True)',
    retrains && '    print()',
    '    return np.array(outputs, float)',
    '',
    '',
    ...measures[shownByError(shown) ? 'error' : 'spread'],
    '',
    '',
    'def compare(runs, outputs, bot):',
    '    apart = np.abs(outputs - bot).max(axis=1)',
    '    steady = [difference for run, difference in zip(runs, apart) if not run.get("sensitive")]',
    `    print(f"${say.before.largest} {max(steady, default=0):.1e}")`,
    ...(isSensitive(order)
      ? [
          '    others = [f"{run[\'label\']}: {difference:.0e}" for run, difference in zip(runs, apart) if run.get("sensitive")]',
          '    if others:',
          `        print("${say.before.magnified}", ", ".join(others))`,
        ]
      : []),
    '',
    '',
    'runs = DATA["runs"]',
    'here = forecasts(runs)',
    'bot = np.array([numbers(run["bot"]) for run in runs], float)',
    'compare(runs, here, bot)',
    ...figures(shown, 'runs', say, 'bot'),
  );
}

/** Prints what shows the cause, here and as the bot had it. */
function figures(shown: Shown, runs: string, { before }: Order['say'], bot: string): string[] {
  const both = (value: (outputs: string) => string, format: string) =>
    `{${value('here')}:${format}} (${before.bot}: {${value(bot)}:${format}})`;
  switch (shown) {
    case 'spread':
    case 'distances':
      return [
        `print(f"${before.spread} ${both((outputs) => `spread(${runs}, ${outputs})`, shown === 'spread' ? '.4f' : '.1e')}")`,
      ];
    case 'error':
      return [`print(f"${before.error} ${both((outputs) => `error(${outputs})`, '.4f')}")`];
    case 'errors':
      return [
        `print("${before.error}")`,
        `for run, output, ours in zip(${runs}, here, ${bot}):`,
        '    if run["group"] == 0:',
        `        print(f"  {run['label']:>6}  {error(output):.4f} (${before.bot}: {error(ours):.4f})")`,
      ];
  }
}

function repeating({ result, say }: Order): Cell {
  const shown = shownOf(result);
  return code(
    'control = DATA["control"]',
    'again = forecasts(control)',
    'bot = np.array([numbers(run["bot"]) for run in control], float)',
    'compare(control, again, bot)',
    ...(shown === 'error'
      ? [`print(f"${say.before.error} {error(again):.4f} (${say.before.bot}: {error(bot):.4f})")`]
      : []),
    ...(result.after.identical
      ? [
          'first = {}',
          'identical = all(',
          '    np.array_equal(first.setdefault(run["group"], output), output)',
          '    for run, output in zip(control, again)',
          ')',
          `print("${say.control.identical}", "${say.control.yes}" if identical else "${say.control.no}")`,
        ]
      : [
          `print(f"${say.before.spread} {spread(control, again):.4f} (${say.before.bot}: {spread(control, bot):.4f})")`,
        ]),
  );
}
