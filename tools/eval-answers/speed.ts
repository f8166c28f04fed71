import { createHash } from 'node:crypto';
import { learn, lessonsOf, load, type Answerer } from '../../src/answers/index.ts';
import type { Content } from '../../src/content/index.ts';
import { quantile } from './statistics.ts';

export interface Speed {
  readonly startMilliseconds: number;
  /** Of the processor: what the start takes where nothing else runs. */
  readonly startCpuMilliseconds: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
}

/** Learns, then asks every question `rounds` times. */
export function timeAnswerer(
  content: Content,
  questions: readonly string[],
  rounds: number,
): { readonly answer: Answerer; readonly speed: Speed } {
  const started = { clock: performance.now(), cpu: process.cpuUsage() };
  const answer = load(learn(lessonsOf(content)), content);
  const startMilliseconds = performance.now() - started.clock;
  const { user, system } = process.cpuUsage(started.cpu);
  const times = timeQuestions(answer, questions, rounds);
  const speed = {
    startMilliseconds,
    startCpuMilliseconds: (user + system) / 1000,
    p50Milliseconds: quantile(times, 0.5),
    p99Milliseconds: quantile(times, 0.99),
  };
  return { answer, speed };
}

/** How long each takes, in milliseconds. */
export const timeQuestions = (
  answer: Answerer,
  questions: readonly string[],
  rounds: number,
): number[] =>
  Array.from({ length: rounds }, () => questions)
    .flat()
    .map((question) => {
      const asked = performance.now();
      answer(question);
      return performance.now() - asked;
    });

/** Of all rankings with their probabilities to the last bit: the same content gives the same hash on every machine. */
export function rankingHash(answer: Answerer, questions: readonly string[]): string {
  const hash = createHash('sha256');
  for (const question of questions) hash.update(JSON.stringify(answer(question)));
  return hash.digest('hex').slice(0, 16);
}
