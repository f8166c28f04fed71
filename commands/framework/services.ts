import type { LRUCache } from 'lru-cache';
import type { Attachments } from '../../src/attachments/index.ts';
import type { Answer } from '../../src/answers/index.ts';
import type { Content } from '../../src/content/index.ts';
import type { Pictures } from '../../src/diagrams/index.ts';
import type { Examiner, Jobs } from '../../src/jobs/index.ts';
import type { DemoParameters, DemoResult } from '../../src/demos/index.ts';
import type { Listener } from '../../src/talk/index.ts';
import type { Settings } from '../../src/settings/index.ts';
import type { Lessons } from '../../src/lessons/index.ts';
import type { Log } from '../../src/log.ts';
import type { Misses } from '../../src/misses/index.ts';
import type { Checks } from '../memory/checks.ts';
import type { Classes } from '../memory/classes.ts';
import type { Channels } from './channels.ts';
import type { Frameworks } from '../memory/frameworks.ts';
import type { Cooldown } from '../memory/cooldown.ts';
import type { SeriesMemory } from '../memory/series.ts';
import type { SeenOnce } from '../memory/seen-once.ts';
import type { Topics } from '../memory/topics.ts';
import type { RateLimit } from '../memory/rate-limit.ts';

export interface Running {
  readonly parameters: DemoParameters;
  readonly cancel: () => void;
}

/** The other processes of the bot, which serve other servers. */
export interface Elsewhere {
  /** Cancels a demo that is at work there. False if none is. */
  cancel(job: string): Promise<boolean>;
}

/** What the commands work with; nothing of it knows Discord. */
export interface Services {
  readonly content: Content;
  readonly pictures: Pictures;
  readonly answer: (question: string) => Answer;
  readonly listener: Listener;
  readonly jobs: Pick<Jobs, 'submit'>;
  readonly attachments: Attachments;
  readonly examiner: Pick<Examiner, 'code' | 'outputs' | 'series'>;
  /** What was found in what people sent. */
  readonly checks: Checks;
  /** People's own series, for the buttons below what was run on them. */
  readonly series: SeriesMemory;
  readonly misses: Misses;
  readonly settings: Settings;
  readonly lessons: Lessons;
  /** What goes on in lessons at the moment. */
  readonly classes: Classes;
  readonly channels: Channels;
  readonly log: Log;
  /** The demos at work in this process, by job id. A restart ends them. */
  readonly running: Map<string, Running>;
  readonly elsewhere: Elsewhere;
  /** The last results by replay code, so that their raw data need no second run. Losing one costs time only. */
  readonly recent: LRUCache<string, DemoResult>;
  /** Of answers to messages. */
  readonly cooldown: Cooldown;
  /** What each person's code is written in, read from their questions and presses. */
  readonly frameworks: Frameworks;
  /** What people's last answers were about. */
  readonly topics: Topics;
  /** Of messages that are answered. */
  readonly rateLimit: RateLimit;
  /** Messages whose answer was marked as not it. */
  readonly markedNotIt: SeenOnce;
}
