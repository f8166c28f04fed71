import { criticalT, mean, variance } from '../../demos/index.ts';
import { transpose } from '../numbers.ts';
import { orderOf } from './order.ts';
import type { Find } from './signature.ts';

/** With fewer values, how they differ along a run says little. */
const fewestForSwing = 4;

/** 12: none of the others. The runs are draws, as far as their number can tell: so their spread is told. */
export const independent: Find = ({ runs, values, distances }) => {
  const columns = transpose(runs);
  const spread = Math.sqrt(mean(columns.map(variance)));
  const means = columns.map(mean);
  const centre = mean(means);
  const swing = values < fewestForSwing ? 0 : Math.sqrt(variance(means));
  const reach = (criticalT(0.95, runs.length - 1) * spread) / Math.sqrt(runs.length);
  return {
    spread,
    mean: centre,
    ...(swing > 0
      ? { ofSwing: spread / swing }
      : centre !== 0 && { ofMean: spread / Math.abs(centre) }),
    ...(values === 1 && { interval: [centre - reach, centre + reach] as const }),
    ...orderOf(distances),
  };
};
