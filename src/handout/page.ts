import { letterOf } from '../charts/index.ts';
import {
  answersOf,
  countsOf,
  votersOf,
  type Lesson,
  type LessonAnswer,
  type LessonStep,
  type PredictStep,
  type Session,
  type StepRecord,
} from '../lessons/index.ts';
import { wordsFor, type Locale } from '../words/index.ts';
import { html, Html } from './html.ts';
import { link, markdown } from './markdown.ts';
import { styleFor } from './style.ts';

/** What a class takes away from a lesson. It names nobody, and no time. */
export interface Handout {
  readonly lesson: Lesson;
  readonly session: Session;
  /** The chart of each step that was shown, for paper; undefined where it could not be drawn or kept. */
  readonly charts: readonly (Chart | undefined)[];
  /** Where to read on. */
  readonly pages: readonly PageLink[];
}

export interface Chart {
  readonly png: Uint8Array;
  readonly altText: string;
}

/** A page of Seedling's, and what it builds on. */
export interface PageLink {
  readonly id: string;
  readonly title: string;
  readonly answer: string;
  readonly sources: readonly { readonly title: string; readonly url?: string }[];
}

/** One HTML file that needs no other and runs nothing: to print, to read on a screen, or to have read aloud. */
export function handoutPage(handout: Handout): string {
  const { lesson, session } = handout;
  const { locale, title, text, steps } = lesson;
  const say = sayIn(locale);
  const isShown = (_: LessonStep, at: number) => session.records[at]?.shown !== undefined;
  const left = steps.filter((step, at) => !isShown(step, at)).map((step) => step.title);
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"
        />
        <title>${say.title(title)}</title>
        <style>
          ${new Html(styleFor(locale))}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p class="muted">${say.about(votersOf(session))}</p>
          <p>${markdown(text)}</p>
          ${steps.map((step, at) => stepSection(step, at, handout))}
          ${left.length > 0 ? html`<p class="muted">${say.left(left)}</p>` : undefined}
          ${readOn(handout.pages, locale)}
          <h2>${say.again}</h2>
          <p>${markdown(say.howAgain)}</p>
        </main>
      </body>
    </html> `.source;
}

const sayIn = (locale: Locale) => wordsFor(locale).replies.handout;

/** A step from its question to what to talk about; nothing of one that was not shown: that would give it away. */
function stepSection(
  step: LessonStep,
  at: number,
  { lesson: { locale }, session, charts }: Handout,
): Html | undefined {
  const record = session.records[at];
  const { shown } = record ?? {};
  if (!record || !shown) return undefined;
  const say = sayIn(locale);
  return html`<section aria-labelledby="step-${at + 1}">
    <h2 id="step-${at + 1}">${at + 1}. ${step.title}</h2>
    <p class="prompt">${markdown(step.prompt)}</p>
    ${
      step.kind === 'predict'
        ? answersTable(step, record, locale)
        : html`<p>${say.trained(Object.keys(record.votes[0]).length)}</p>`
    }
    <h3>${say.result}</h3>
    <p><strong>${markdown(shown.title)}</strong><br />${markdown(shown.finding)}</p>
    <figure>
      ${picture(charts[at], locale)}
      <figcaption>${say.replay} <code>${shown.replay}</code></figcaption>
    </figure>
    <h3>${say.why}</h3>
    <p>${markdown(step.explanation)}</p>
    <p class="discuss"><strong>${say.discuss}</strong>${markdown(step.discussion)}</p>
  </section>`;
}

function picture(chart: Chart | undefined, locale: Locale): Html {
  if (!chart) return html`<p class="muted">${sayIn(locale).noChart}</p>`;
  const png = Buffer.from(chart.png).toString('base64');
  return html`<img src="data:image/png;base64,${new Html(png)}" alt="${chart.altText}" />`;
}

/** The answers with what is to be said about each, and how many chose it, in one vote or in two. */
function answersTable(step: PredictStep, { votes }: StepRecord, locale: Locale): Html {
  const say = sayIn(locale);
  const rounds = votes.filter((of, round) => round === 0 || Object.keys(of).length > 0);
  const counts = rounds.map((of) => countsOf(of, step.answers.length));
  const heads = rounds.length > 1 ? [say.first, say.second] : [say.votes];
  return html`<table>
    <caption>
      ${say.answers}
    </caption>
    <thead>
      <tr>
        <th scope="col" colspan="2">${say.answer}</th>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${answersOf(step).map((answer, index) => {
        const votesOf = counts.map((of) => voteCell(of[index] ?? 0, sum(of)));
        return answerRow(answer, letterOf(index), votesOf, say.right);
      })}
    </tbody>
  </table>`;
}

function answerRow(
  { answer, feedback, isRight }: LessonAnswer,
  letter: string,
  votes: readonly Html[],
  right: string,
): Html {
  const mark = isRight ? html`<strong>${right}</strong>` : undefined;
  return html`<tr class="${isRight ? 'right' : 'wrong'}">
    <th scope="row">${letter}</th>
    <td>
      <p>${mark}${markdown(answer)}</p>
      <p class="muted">${markdown(feedback)}</p>
    </td>
    ${votes}
  </tr>`;
}

const voteCell = (count: number, all: number): Html => {
  const percent = all === 0 ? 0 : Math.round((100 * count) / all);
  return html`<td class="votes">
    ${count} (${percent}%)<span class="bar" style="width: ${percent}%" aria-hidden="true"></span>
  </td>`;
};

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

function readOn(pages: readonly PageLink[], locale: Locale): Html | undefined {
  if (pages.length === 0) return undefined;
  const say = sayIn(locale);
  return html`<section aria-labelledby="read-on">
    <h2 id="read-on">${say.readOn}</h2>
    ${pages.map(
      ({ id, title, answer, sources }) =>
        html`<div class="further">
          <h3>${title}</h3>
          <p>${markdown(answer)} ${markdown(say.inDiscord(id))}</p>
          <ul>
            ${sources.map(
              (source) =>
                html`<li>${source.url ? link(source.url, source.title) : source.title}</li>`,
            )}
          </ul>
        </div>`,
    )}
  </section>`;
}
