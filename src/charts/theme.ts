/** Sizes in CSS pixels; the PNG has `pixelRatio` times as many. 4:3 fills Discord's preview. */
export const size = { width: 600, height: 450, pixelRatio: 2 } as const;

/** Text reads on the dark background, which reads in Discord's dark and light themes. */
export const colours = {
  background: '#2b2d31',
  backdrop: 'rgba(43, 45, 49, 0.82)',
  text: '#f2f3f5',
  muted: '#c4c9ce',
  grid: 'rgba(255, 255, 255, 0.08)',
} as const;

/** How one side looks. `ramp`: ends of the row of shades for lines that differ in a setting, first to last. */
export interface SideTheme {
  readonly heading: string;
  /** Translucent: where many lines run together, they add up. */
  readonly line: string;
  readonly band: string;
  /** For bands that lie on each other. */
  readonly fill: (alpha: number) => string;
  readonly ramp: readonly [Rgb, Rgb];
}
type Rgb = readonly [number, number, number];

/** Amber and blue of Okabe and Ito: told apart by colour-blind people too. */
export const sides: Readonly<Record<'before' | 'after', SideTheme>> = {
  before: {
    heading: '#ffb83d',
    line: 'rgba(255, 184, 61, 0.6)',
    band: 'rgba(230, 159, 0, 0.26)',
    fill: (alpha) => `rgba(230, 159, 0, ${alpha})`,
    ramp: [
      [255, 228, 168],
      [236, 122, 20],
    ],
  },
  after: {
    heading: '#7cc8f2',
    line: 'rgba(124, 200, 242, 0.6)',
    band: 'rgba(86, 180, 233, 0.2)',
    fill: (alpha) => `rgba(86, 180, 233, ${alpha})`,
    ramp: [
      [196, 231, 251],
      [46, 148, 222],
    ],
  },
};

/** Bars of causes that act by chance or by choice, and of all together; Okabe and Ito's amber and green, lightened. */
export const rankingColours = { chance: '#e9a52f', setting: '#2fb890', together: '#b9bfc7' };

/** Room between the panels, for the lower heading, as a share of a panel's height. */
export const gapShare = 0.26;

/** Font families by the `han` of the words; the renderer finds their files, a QuickChart host its own. */
export function fontFamily(han: string): string {
  if (han === '汉') return 'Inter, Noto Sans SC, sans-serif';
  if (han === '漢') return 'Inter, Noto Sans TC, sans-serif';
  return 'Inter, sans-serif';
}

export const fontSize = { title: 21, subtitle: 14.5, heading: 16, axis: 14, tick: 14, key: 12 };
