import { codedPages, readPages, writePages, type RankedCause } from '../evidence/index.ts';
import type { FollowUpId } from '../ids.ts';
import type { Believed } from './answer.ts';

/** In the order in which codes count them; add at the end. */
const codedFollowUps = [
  'seed-still-differs',
  'is-it-a-bug',
  'how-much-is-normal',
  'how-to-report',
  'complete-recipe',
  'make-it-steadier',
] as const satisfies readonly FollowUpId[];

/** The largest number of one and of two characters in base 36. */
const mostOfOne = 35;
const mostOfTwo = 1295;

/**
 * What words made of a question as at most 33 characters for a `custom_id`: whether it is ours (1 character), symptoms (3),
 * follow-up (1), then the square root of each page's probability (2 each), in the order of `codedPages`, without the zeros at
 * the end: so a page that is added later is one that an older code doesn't have.
 */
export function writeBelieved(believed: Believed): string {
  const { onTopic, symptoms, followUp, asksFollowUp, pages } = believed;
  const ofFollowUp = followUp ? 1 + 2 * codedFollowUps.indexOf(followUp) + Number(asksFollowUp) : 0;
  const ofPage = (id: RankedCause['id']) =>
    Math.sqrt(pages.find((page) => page.id === id)?.probability ?? 0);
  return [
    Math.round(mostOfOne * onTopic).toString(36),
    writePages(symptoms),
    ofFollowUp.toString(36),
    codedPages.map((id) => twoDigits(Math.round(mostOfTwo * ofPage(id)))).join(''),
  ]
    .join('')
    .replace(/(?<=^.{5}(?:..)*)(?:00)+$/, '');
}

/** Undefined for anything that `writeBelieved` does not write. */
export function readBelieved(code: string): Believed | undefined {
  if (!/^[0-9a-z]{5}(?:[0-9a-z]{2})*$/.test(code) || code.length > 5 + 2 * codedPages.length)
    return undefined;
  const number = (from: number, to: number) => Number.parseInt(code.slice(from, to) || '0', 36);
  const ofFollowUp = number(4, 5) - 1;
  const followUp = codedFollowUps[ofFollowUp >> 1];
  const believed: Believed = {
    onTopic: number(0, 1) / mostOfOne,
    pages: codedPages.map((id, at) => ({
      id,
      probability: (number(5 + 2 * at, 7 + 2 * at) / mostOfTwo) ** 2,
    })),
    symptoms: readPages(code.slice(1, 4)),
    ...(followUp ? { followUp } : {}),
    asksFollowUp: followUp !== undefined && ofFollowUp % 2 === 1,
  };
  return writeBelieved(believed) === code ? believed : undefined;
}

const twoDigits = (number: number): string => number.toString(36).padStart(2, '0');
