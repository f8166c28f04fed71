import { code, type Cell } from './cells.ts';
import { controlTitle } from './opening.ts';
import { isSensitive, shownOf, type Order } from './order.ts';

/** All runs, and how they compare with the bot's. `isLoop`: the model is a list of variables. */
export function running(order: Order, isLoop: boolean): Cell {
  const { result, taken, say } = order;
  const { retrains } = taken.needs;
  const shown = shownOf(result);
  const format = shown === 'distances' ? 'toExponential(1)' : 'toFixed(4)';
  const both = (value: (outputs: string) => string) =>
    `\${${value('here')}.${format}} (${say.before.bot}: \${${value('bot')}.${format}})`;
  return code(
    ...(retrains
      ? [
          'function forecasts(runs) {',
          '  return runs.map((run) => {',
          '    const model = train(DATA.trainings[run.training]);',
          '    const outputs = answer(model, run);',
          isLoop ? '    tf.dispose(model);' : '    model.dispose();',
          "    process.stdout.write('.');",
          '    return outputs;',
          '  });',
          '}',
        ]
      : [
          `// ${say.training.once}`,
          'const models = new Map();',
          'function trained(name) {',
          '  if (!models.has(name)) models.set(name, train(DATA.trainings[name]));',
          '  return models.get(name);',
          '}',
          '',
          'const forecasts = (runs) => runs.map((run) => answer(trained(run.training), run));',
        ]),
    'const ofTheBot = (runs) => runs.map((run) => numbers(run.bot).values);',
    '',
    'const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;',
    'const farthest = (a, b) => Math.max(...a.map((value, at) => Math.abs(value - b[at])));',
    '',
    ...(shown === 'error' || shown === 'errors'
      ? [
          'const target = numbers(DATA.target).values;',
          'const error = (rows) =>',
          '  Math.sqrt(mean(rows.flatMap((row) => Array.from(row, (value, at) => (value - target[at]) ** 2))));',
        ]
      : [
          'function spread(runs, rows) {',
          '  const numbers = new Set(runs.map(({ group }) => group));',
          '  const groups = [...numbers].map((number) => rows.filter((_, at) => runs[at].group === number));',
          '  const variances = groups.flatMap((group) =>',
          '    Array.from(group[0], (_, step) => {',
          '      const values = group.map((row) => row[step]);',
          '      const centre = mean(values);',
          '      return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);',
          '    }),',
          '  );',
          '  return Math.sqrt(mean(variances));',
          '}',
        ]),
    '',
    'function compare(runs, rows, bot) {',
    '  const apart = rows.map((row, at) => farthest(row, bot[at]));',
    '  const steady = apart.filter((_, at) => !runs[at].sensitive);',
    `  console.log(\`${say.before.largest} \${Math.max(0, ...steady).toExponential(1)}\`);`,
    ...(isSensitive(order)
      ? [
          '  const others = runs.flatMap(({ label, sensitive }, at) =>',
          '    sensitive ? [`${label}: ${apart[at].toExponential(0)}`] : [],',
          '  );',
          `  if (others.length > 0) console.log('${say.before.magnified}', others.join(', '));`,
        ]
      : []),
    '}',
    '',
    'const { runs } = DATA;',
    'const here = forecasts(runs);',
    'const bot = ofTheBot(runs);',
    `${retrains ? 'console.log();\n' : ''}compare(runs, here, bot);`,
    ...(shown === 'errors'
      ? [
          `console.log('${say.before.error}');`,
          'runs.forEach(({ label, group }, at) => {',
          `  if (group === 0) console.log(\`  \${label.padStart(6)}  \${error([here[at]]).toFixed(4)} (${say.before.bot}: \${error([bot[at]]).toFixed(4)})\`);`,
          '});',
        ]
      : shown === 'error'
        ? [`console.log(\`${say.before.error} ${both((rows) => `error(${rows})`)}\`);`]
        : [`console.log(\`${say.before.spread} ${both((rows) => `spread(runs, ${rows})`)}\`);`]),
  );
}

/** The control. */
export function repeating({ result, taken, say }: Order): Cell {
  const shown = shownOf(result);
  return code(
    'const { control } = DATA;',
    'const again = forecasts(control);',
    'const botAgain = ofTheBot(control);',
    `${taken.needs.retrains ? 'console.log();\n' : ''}compare(control, again, botAgain);`,
    ...(shown === 'error'
      ? [
          `console.log(\`${say.before.error} \${error(again).toFixed(4)} (${say.before.bot}: \${error(botAgain).toFixed(4)})\`);`,
        ]
      : []),
    ...(result.after.identical
      ? [
          'const same = (row, at) => {',
          '  const first = again[control.findIndex(({ group }) => group === control[at].group)];',
          '  return row.every((value, step) => Object.is(value, first[step]));',
          '};',
          `console.log('${say.control.identical}', again.every(same) ? '${say.control.yes}' : '${say.control.no}');`,
        ]
      : [
          `console.log(\`${say.before.spread} \${spread(control, again).toFixed(4)} (${say.before.bot}: \${spread(control, botAgain).toFixed(4)})\`);`,
        ]),
  );
}

/** Written as a file, because Node.js shows no pictures. */
export function svgChart(order: Order): Cell {
  const { result, story, say } = order;
  const isFar = shownOf(result) === 'distances';
  const titles = [story.headings[0].text, controlTitle(order)].map((each) => JSON.stringify(each));
  return code(
    'function curves(rows, top, title) {',
    isFar
      ? '  const drawn = rows.map((row) => row.map((value, at) => Math.log10(Math.abs(value - rows[0][at]) + 1e-9)));'
      : '  const drawn = [...rows, numbers(DATA.target).values];',
    isFar
      ? '  const [low, high] = [-9, -5];'
      : '  const all = drawn.flatMap((row) => Array.from(row));',
    !isFar && '  const [low, high] = [Math.min(...all), Math.max(...all)];',
    '  const point = (value, at) => `${40 + at * 12},${top + 260 - ((value - low) / (high - low)) * 220}`;',
    '  const lines = drawn.map((row, at) => {',
    isFar
      ? '    const style = `stroke="hsl(${(at * 47) % 360} 60% 45%)"`;'
      : `    const style = at < rows.length ? \`stroke="hsl(\${(at * 47) % 360} 60% 45%)"\` : 'stroke="black" stroke-dasharray="6 4"';`,
    '    return `<polyline fill="none" ${style} points="${Array.from(row, point).join(\' \')}"/>`;',
    '  });',
    '  return `<text x="40" y="${top + 20}">${title}</text>${lines.join(\'\')}`;',
    '}',
    '',
    `const titles = [${titles.join(', ')}];`,
    'writeFileSync(',
    "  'forecasts.svg',",
    '  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 580" font-family="sans-serif"><rect width="800" height="580" fill="white"/>${curves(here, 10, titles[0])}${curves(again, 300, titles[1])}</svg>`,',
    ');',
    `console.log('${say.chart.written} forecasts.svg');`,
  );
}
