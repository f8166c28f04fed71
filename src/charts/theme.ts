import type { Words } from '../words/index.ts';

/** Sizes in CSS pixels; the PNG has `pixelRatio` times as many. 4:3 fills Discord's preview. */
export const size = { width: 600, height: 450, pixelRatio: 2 } as const;

/** The colours of a chart. */
export interface Theme {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** The cause at work, and held fixed: amber (orange) and blue of Okabe and Ito, told apart by colour-blind people too. */
  readonly sides: Readonly<Record<'before' | 'after', SideTheme>>;
  /** Bars of causes that act by chance or by choice, and of all together. */
  readonly ranking: Readonly<Record<'chance' | 'setting' | 'together', string>>;
}

/** How one side looks. `ramp`: ends of the row of shades for lines that differ in a setting, first to last. */
export interface SideTheme {
  readonly heading: string;
  /** Translucent: where many lines run together, they add up. */
  readonly line: string;
  /** Of the other runs where one is drawn stronger. */
  readonly faint: string;
  readonly band: string;
  /** For bands that lie on each other. */
  readonly fill: (alpha: number) => string;
  readonly ramp: readonly [Rgb, Rgb];
}
type Rgb = readonly [number, number, number];

/** `dark` reads in Discord's dark and light themes; `light` is for slides and paper. */
export const themeNames = ['dark', 'light'] as const;
export type ThemeName = (typeof themeNames)[number];

export const themes: Readonly<Record<ThemeName, Theme>> = {
  dark: {
    background: '#2b2d31',
    text: '#f2f3f5',
    muted: '#c4c9ce',
    grid: 'rgba(255, 255, 255, 0.08)',
    sides: {
      before: {
        heading: '#ffb83d',
        line: 'rgba(255, 184, 61, 0.6)',
        faint: 'rgba(255, 184, 61, 0.45)',
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
        faint: 'rgba(124, 200, 242, 0.45)',
        band: 'rgba(86, 180, 233, 0.2)',
        fill: (alpha) => `rgba(86, 180, 233, ${alpha})`,
        ramp: [
          [196, 231, 251],
          [46, 148, 222],
        ],
      },
    },
    ranking: { chance: '#e9a52f', setting: '#2fb890', together: '#b9bfc7' },
  },
  light: {
    background: '#ffffff',
    text: '#1c1e21',
    muted: '#4f5660',
    grid: 'rgba(0, 0, 0, 0.1)',
    sides: {
      before: {
        heading: '#a34700',
        line: 'rgba(196, 88, 0, 0.6)',
        faint: 'rgba(213, 94, 0, 0.42)',
        band: 'rgba(230, 159, 0, 0.24)',
        fill: (alpha) => `rgba(222, 130, 0, ${alpha})`,
        ramp: [
          [196, 116, 8],
          [140, 50, 0],
        ],
      },
      after: {
        heading: '#005f99',
        line: 'rgba(0, 104, 163, 0.6)',
        faint: 'rgba(0, 114, 178, 0.42)',
        band: 'rgba(86, 180, 233, 0.24)',
        fill: (alpha) => `rgba(43, 140, 200, ${alpha})`,
        ramp: [
          [94, 178, 230],
          [0, 66, 118],
        ],
      },
    },
    ranking: { chance: '#d98c00', setting: '#00805f', together: '#6f7782' },
  },
};

/** What a chart says and how it looks: goes wherever something is drawn. */
export interface Look {
  readonly words: Words['chart'];
  readonly theme: Theme;
}

/** Room between the panels, for the lower heading, as a share of a panel's height. */
export const gapShare = 0.26;

/** Font families by the `han` of the words; the renderer finds their files, a QuickChart host its own. */
export function fontFamily(han: string): string {
  if (han === '汉') return 'Inter, Noto Sans SC, sans-serif';
  if (han === '漢') return 'Inter, Noto Sans TC, sans-serif';
  return 'Inter, sans-serif';
}

export const fontSize = { title: 21, subtitle: 15.5, heading: 16.5, axis: 14.5, tick: 15, key: 12 };
