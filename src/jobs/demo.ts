import type { Animation, VoteCounts } from '../charts/index.ts';
import type { DemoParameters, DemoResult, Outputs } from '../demos/index.ts';
import type { Framework } from '../evidence/index.ts';
import type { EngineChoice } from '../lstm/index.ts';
import type { Locale, Story, Terms } from '../words/index.ts';

export interface DemoJob {
  readonly parameters: DemoParameters;
  /** The language of the chart and its alt text. */
  readonly locale: Locale;
  /** How a class voted on it: then that is drawn too. */
  readonly votes?: VoteCounts;
  /** The chart is also drawn in the colours of paper. */
  readonly forPaper?: true;
  /** It is watched, where that shows something, and drawn as an animation too. */
  readonly watch?: true;
  /** It is written down too, for somebody's own machine. */
  readonly takeHome?: TakeHomeJob;
}

export interface TakeHomeJob {
  readonly framework: Framework;
  /** The name of the file, which says whether it is a notebook. */
  readonly file: string;
}

/** The settings that a job brings along, because a child has none of its own. */
export interface DemoSettings {
  readonly engine: EngineChoice;
  readonly quickChartUrl: string | undefined;
  /** Those of the parent, which may have changed since the child started; undefined: those of the file. */
  readonly terms: Terms | undefined;
}

/** What a demo is to do, and with what. */
export interface DemoTask extends DemoJob, DemoSettings {
  /** What the pieces of the demo gave, where several children computed them. */
  readonly outputs?: readonly Outputs[];
}

/** What the child that trains gives. */
export interface TrainedDemo {
  readonly result: DemoResult;
  /** Drawn where it was trained: its pictures are much of the work that a watched demo's cost counts. */
  readonly animation?: Animation;
  /** The text of the notebook or script, where this demo can be taken home. */
  readonly notebook?: string;
}

/** What travels to the child that draws. */
export interface DrawTask
  extends
    Pick<DemoJob, 'locale' | 'votes' | 'forPaper'>,
    Pick<DemoSettings, 'quickChartUrl' | 'terms'> {
  readonly result: DemoResult;
}

/** A result in words, and its pictures. */
export interface DrawnDemo {
  readonly story: Story;
  readonly png: Buffer;
  readonly altText: string;
  readonly votes?: { readonly png: Buffer; readonly altText: string };
  /** The same chart, for paper. */
  readonly paperPng?: Buffer;
}

/** A demo as people see it. */
export interface FinishedDemo extends TrainedDemo, DrawnDemo {}
