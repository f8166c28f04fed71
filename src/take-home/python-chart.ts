import { code, type Cell } from './cells.ts';
import { controlTitle } from './opening.ts';
import { shownOf, type Order } from './order.ts';

/** By matplotlib, where it is there. */
export function pythonChart(order: Order): Cell {
  const { result, story, locale, say } = order;
  const shown = shownOf(result);
  const isFar = shown === 'distances';
  const titles = [story.headings[0].text, controlTitle(order)];
  const list = (texts: readonly string[]) =>
    `[${texts.map((each) => JSON.stringify(each)).join(', ')}]`;
  const axis = isFar ? say.chart.distances : '';
  const isChinese = locale !== 'en';
  return code(
    'try:',
    '    import matplotlib.pyplot as plt',
    'except ImportError:',
    '    plt = None',
    `    print("${say.chart.missing}")`,
    '',
    'if plt:',
    `    titles, target_name, axis = ${list(titles)}, ${JSON.stringify(say.chart.target)}, ${JSON.stringify(axis)}`,
    ...(isChinese ? chineseFonts(say, isFar) : []),
    '    steps = np.arange(len(numbers(DATA["target"]))) + DATA["first"]',
    '    figure, panels = plt.subplots(2, 1, figsize=(9, 8), sharex=True, sharey=True)',
    '    for panel, drawn, outputs, title in zip(panels, [runs, control], [here, again], titles):',
    '        for run, output in zip(drawn, outputs):',
    isFar
      ? '            panel.plot(steps, np.abs(output - outputs[0]), linewidth=1)'
      : result.sweep
        ? '            panel.plot(steps, output, linewidth=1, label=run["label"] if run["group"] == 0 else None)'
        : '            panel.plot(steps, output, linewidth=1)',
    !isFar && '        panel.plot(steps, numbers(DATA["target"]), "k--", label=target_name)',
    '        panel.set_title(title)',
    isFar && '        panel.set_yscale("symlog", linthresh=1e-9)',
    isFar && '        panel.set_ylabel(axis)',
    !isFar && '    panels[0].legend(fontsize="small", ncols=2)',
    '    plt.tight_layout()',
    '    plt.show()',
  );
}

const chineseFonts = ({ chart: say }: Order['say'], isFar: boolean): string[] => [
  `    # ${say.fonts}`,
  '    from matplotlib import font_manager',
  '',
  '    known = {font.name for font in font_manager.fontManager.ttflist}',
  '    wanted = ["Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK JP", "Source Han Sans SC", "Microsoft YaHei", "Microsoft JhengHei", "PingFang SC", "PingFang TC", "SimHei", "WenQuanYi Micro Hei"]',
  '    fonts = [name for name in wanted if name in known]',
  '    plt.rcParams["font.sans-serif"] = [*fonts, "DejaVu Sans"]',
  '    plt.rcParams["axes.unicode_minus"] = False',
  '    if not fonts:',
  `        titles, target_name, axis = ["the cause at work", "the control"], "target", "${isFar ? 'distance from the first run' : ''}"`,
];
