import type { ChartConfig } from '../frame.ts';
import { fittingSize } from '../text.ts';
import { size, type Look } from '../theme.ts';

const counterPixels = 17;

/** Sets what changes from picture to picture in place of the subtitle, so that the eye finds it. */
export function withCounter(
  config: ChartConfig,
  lines: readonly string[],
  { theme }: Look,
): ChartConfig {
  const { options } = config;
  return {
    ...config,
    options: {
      ...options,
      plugins: {
        ...options?.plugins,
        subtitle: {
          ...options?.plugins?.subtitle,
          text: [...lines],
          color: theme.text,
          font: { size: fittingSize(lines, counterPixels, size.width - 24), weight: 600 },
        },
      },
    },
  };
}
