import { confusions, type Answered, type Figures } from './measure.ts';
import { languages } from './questions.ts';
import type { PieceFigures } from './pieces.ts';
import type { Speed } from './speed.ts';
import type { Share } from './statistics.ts';

const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;

/** "88.0% (44 of 50; 76.2% to 94.4%)" */
const show = ({ right, of, low, high }: Share): string =>
  of === 0
    ? 'none asked'
    : `${percent(right / of)} (${right} of ${of}; ${percent(low)} to ${percent(high)})`;

export function figuresText(heading: string, figures: Figures): string {
  const perLanguage = languages.flatMap((language) => {
    const { first, three, refused, alone, aloneRight } = figures.languages[language];
    return [
      `  ${language}  right cause first             ${show(first)}`,
      `      among the three shown        ${show(three)}`,
      `      refused though ours          ${show(refused)}`,
      `      one cause named alone        ${show(alone)}`,
      `      and that one is right        ${show(aloneRight)}`,
    ];
  });
  return [
    heading,
    ...perLanguage,
    `  off-topic refused                ${show(figures.offTopicRefused)}`,
    `  off-topic, one cause named alone ${show(figures.offTopicCertain)}`,
    `  on-topic against off-topic, AUC  ${figures.areaUnderCurve.toFixed(3)}`,
    `  calibration error (ECE)          ${figures.calibrationError.toFixed(3)}`,
    `  special case found               ${show(figures.specialCase)}`,
    `  follow-up found                  ${show(figures.followUp)}`,
    `  taken for a follow-up            ${show(figures.falseFollowUp)}`,
  ].join('\n');
}

export function speedText(speed: Speed, hash: string): string {
  return [
    'Speed',
    `  start     ${speed.startMilliseconds.toFixed(0)} ms, of which the processor worked ${speed.startCpuMilliseconds.toFixed(0)} ms`,
    `  question  ${speed.p50Milliseconds.toFixed(2)} ms (half of them), ${speed.p99Milliseconds.toFixed(2)} ms (99%)`,
    `  hash of all rankings  ${hash}`,
  ].join('\n');
}

const mostPairs = 15;

export function confusionsText(answered: readonly Answered[], withQuestions: boolean): string {
  const lines = confusions(answered)
    .slice(0, withQuestions ? undefined : mostPairs)
    .flatMap(([pair, missed]) => [
      `  ${String(missed.length).padStart(3)}  ${pair}`,
      ...(withQuestions ? missed.map(({ question }) => `         ${question.ask}`) : []),
    ]);
  return ['Taken for', ...lines].join('\n');
}

/** Refused though ours, and answered though none of ours. */
export function refusalsText(answered: readonly Answered[]): string {
  const wrong = answered.filter(
    ({ question, answer }) => question.causes.length > 0 === (answer.verdict === 'unknown'),
  );
  const lines = wrong.map(({ question, answer }) => {
    const what = question.causes.length > 0 ? 'refused ' : 'answered';
    return `  ${what}  ${answer.onTopic.toFixed(2)}  ${question.ask}`;
  });
  return ['Wrongly', ...lines].join('\n');
}

export function piecesText(figures: readonly PieceFigures[]): string {
  const lines = figures.map(
    ({ piece, precision, recall }) =>
      `  ${piece.padEnd(16)} right where shown ${show(precision).padEnd(34)} shown where said ${show(recall)}`,
  );
  return ['What was read, against what an expert read', ...lines].join('\n');
}

/** Rounded up, so that none is too low. */
export const thresholdsText = (thresholds: ReadonlyMap<string, number | undefined>): string =>
  [...thresholds]
    .map(
      ([piece, from]) =>
        `  ${piece}: ${from === undefined ? 'never' : Math.ceil(100 * from) / 100}`,
    )
    .join('\n');
