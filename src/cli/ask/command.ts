import { parseArgs } from 'node:util';
import type { Answer } from '../../answers/index.ts';
import { piecesOf } from '../../evidence/index.ts';
import { isCauseId, isPageId } from '../../ids.ts';
import type { Content } from '../../content/index.ts';
import type { Library } from '../../library/index.ts';
import { locales, wordsFor, type Locale } from '../../words/index.ts';
import { firstSentenceOf } from '../../errors.ts';

export interface Terminal {
  readonly print: (text: string) => void;
  readonly complain: (line: string) => void;
  /** Lines of standard input; undefined if it is a keyboard. */
  readonly lines: (() => AsyncIterable<string>) | undefined;
}

export const exitCodes = { done: 0, badInput: 2 } as const;

interface Call {
  readonly question: string | undefined;
  readonly locale: Locale;
  readonly json: boolean;
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: 'en' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });

/** Runs one call of the ask command and returns its exit code. */
export async function runAskCommand(
  args: readonly string[],
  { content, answer, listener }: Library,
  terminal: Terminal,
): Promise<number> {
  const read = readCall(args);
  if (typeof read === 'string') {
    terminal.complain(read);
    return exitCodes.badInput;
  }
  const { askCli } = wordsFor(read.locale);
  if (read.help) {
    terminal.print(askCli.usage);
    return exitCodes.done;
  }
  if (read.question === undefined && !terminal.lines) {
    terminal.complain(askCli.problems.noQuestion);
    return exitCodes.badInput;
  }
  /** A word of the glossary alone may be meant as a question for a cause: as the bot does it. */
  const toWords = (question: string): string => {
    const saying = listener.read(question);
    const found = answer(question);
    const isTerm = saying?.kind === 'term' && (!saying.isBare || found.verdict === 'unknown');
    return isTerm
      ? termToText(saying.id, content, read.locale)
      : toText(found, content, read.locale);
  };
  const say = (question: string) =>
    terminal.print(read.json ? toJson(answer(question)) : toWords(question));
  if (read.question !== undefined) say(read.question);
  else for await (const line of terminal.lines?.() ?? []) if (line.trim() !== '') say(line);
  return exitCodes.done;
}

/** The call, or what is wrong with it in one line. */
function readCall(args: readonly string[]): (Call & { help: boolean }) | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return `${firstSentenceOf(error)}. ${wordsFor('en').askCli.problems.seeHelp}`;
  }
  const { values, positionals } = parsed;
  const locale = locales.find((each) => each === values.lang);
  const { problems } = wordsFor(locale ?? 'en').askCli;
  if (!locale) return problems.language(locales);
  if (positionals.length > 1) return problems.oneQuestion;
  const [question] = positionals;
  if (question?.trim() === '') return problems.noQuestion;
  return { question, locale, json: values.json, help: values.help };
}

function toJson({ question, verdict, causes, page, followUp, evidence }: Answer): string {
  const rounded = causes.map(({ id, probability }) => ({
    id,
    probability: Number(probability.toFixed(4)),
  }));
  // What is left out when it doesn't apply: a key whose value is undefined.
  return JSON.stringify({ question, verdict, causes: rounded, page, followUp, evidence });
}

function termToText(id: string, content: Content, locale: Locale): string {
  const term = content.glossary.get(locale)?.get(id);
  const titles = term?.see.map(
    (next) =>
      (isPageId(next)
        ? content.pages.get(locale)?.get(next)
        : content.followUps.get(locale)?.get(next)
      )?.title,
  );
  const { askCli } = wordsFor(locale);
  return `${term?.name}\n   ${term?.meaning}\n${askCli.goesOn(titles?.join(' · ') ?? '')}`;
}

function toText(answer: Answer, content: Content, locale: Locale): string {
  const { verdict, candidates, followUp, askWeights } = answer;
  const { askCli, evidence: names, replies } = wordsFor(locale);
  if (verdict === 'unknown') return askCli.unknown(Object.values(replies.causes));
  const shown = candidates.slice(0, verdict === 'answer' ? 1 : 3);
  const lines = shown.map((id, place) => {
    const page = content.pages.get(locale)?.get(id);
    const cause = page?.under ?? id;
    const demo = isCauseId(cause) ? [askCli.demo(cause)] : [];
    return [`${place + 1}. ${page?.title} (${id})`, page?.answer, ...demo].join('\n   ');
  });
  const next = followUp && content.followUps.get(locale)?.get(followUp);
  const read = piecesOf(answer.evidence).map((piece) => names.pieces[piece]);
  return [
    ...(read.length > 0 ? [names.youWrite(read)] : []),
    ...(next ? [`${next.title}\n   ${next.answer}`] : []),
    verdict === 'answer' ? askCli.one : askCli.several,
    ...lines,
    ...(askWeights ? [askCli.weights] : []),
  ].join('\n');
}
