import { check } from './check.ts';
import { commands } from './commands.ts';
import { files } from './files.ts';
import { handout } from './handout.ts';
import { lessons } from './lessons.ts';
import { misses, privacy } from './misses.ts';
import { settings } from './settings.ts';
import * as names from './names.ts';
import { roughly } from '../numbers.ts';
import { list, otherLibrary, whyOtherBytes } from './phrases.ts';
import { triage } from './triage.ts';

/** Ids and names to type. */
const inCode = (items: readonly string[]): string => list(items.map((item) => `\`${item}\``));

/** Measured, so it is rounded. */
const about = (seconds: number): string => {
  const { count, unit } = roughly(seconds);
  return `about ${count} ${unit === 'minute' ? 'min' : 's'}`;
};

export const replies = {
  check,
  commands,
  triage,
  misses,
  files,
  lessons,
  handout,
  privacy,
  settings,
  ...names,

  ask: {
    one: '**This cause fits best:**',
    several: '**These causes fit, the best one first:**',
    nothingFits:
      '**No cause that I know fits all of that.** Correct what I misread, or find it in 4 questions.',
    applies: (cases: readonly string[]) => `Happens when: ${cases.join(' · ')}`,
    /** Below an answer. */
    more: 'More: how to check, what comes next',
    part: (cause: string, part: string) => `${cause}: ${part}`,
    fix: (framework: string) => `Fix: ${framework}`,
    fixIn: (framework: string, code: string) => `**${framework}:** \`${code}\``,
    runDemo: (cause: string) => `Run demo: ${cause}`,
    readAll: (cause: string) => `Read all: ${cause}`,
    /** Where the question is only that the output differs every time. */
    fork: {
      sameWeights:
        '**If the weights are unchanged:** is dropout left on, is a state carried over from an earlier call, were the weights really loaded?',
      trainedAgain:
        '**If you trained again:** new initial weights, a different order of the batches, different data, changed settings.',
    },
    unknown:
      "**I don't know.** I explain one thing: why an LSTM's output differs from call to call, or from training to training. Say what you call, what differs, and whether the weights are the same.",
    nearest: 'The nearest of what I do explain:',
  },

  /** Around questions. */
  talk: {
    /** Above the causes that are ranked again, with what was added to the question. */
    further: '**I read that together with your last question.** Its causes again:',
    greeting: '**Hi!** Tell me what differs in your LSTM’s output, or begin here:',
    thanks: '**You’re welcome!** I’m here for the next one:',
    /** "How do I fix that?", where no answer is remembered. */
    which:
      '**I don’t know which answer you mean.** Reply to that answer of mine, or ask in one sentence: what do you call, and what differs?',
    /** The same, where the last answer left several causes open. */
    depends: '**That depends on the cause.** First find out which it is:',
    whichFramework: (cause: string) => `**${cause}:** in which framework?`,
  },

  /** Replies to messages. */
  message: {
    already: (link: string) => `**I answered that here a moment ago:** ${link}`,
    copy: '-# For a copy of your own, use `/ask` with `private`.',
    same: (link: string) => `**Same question, same cause as here:** ${link}`,
  },

  /** The command in the menu of a message; its name has at most 32 characters. */
  why: {
    name: 'Why does this differ?',
    answered: (link: string) => `**Answered:** ${link}\nOnly you and staff can delete it.`,
    about: (link: string) => `-# About ${link}`,
  },

  /** The picture of all causes. */
  overview: {
    name: 'Which cause acts when?',
    hint: '**Find your case among the columns, and look at its large dots first.** Pick a cause to read its page.',
  },

  cause: {
    turnTo: 'More parts of this page',
    runDemo: 'Run the demo',
    under: (page: string) => `Belongs with: ${page}`,
    sources: (links: string) => `**Sources**\n${links}`,
  },

  demo: {
    /** `seconds`: the wait, where it is known. */
    waiting: (cause: string, place: number, seconds?: number) =>
      `⏳ **${cause}**: place ${place} in the queue${seconds === undefined ? '' : `, ${about(seconds)}`}. It starts by itself.`,
    working: (cause: string, bar: string, done: number, total: number) =>
      `🌱 **${cause}**: training small LSTMs …\n\`${bar}\` ${done} of ${total}`,
    starting: (cause: string) => `🌱 **${cause}**: starting …`,
    moved: (cause: string) =>
      `🌱 **${cause}**: the machine that ran it is gone. Another one begins it again …`,
    details: (variant: string, runs: number, seed: string) =>
      `-# ${variant} · ${runs} runs · seed \`${seed}\``,
    values: (setting: string, a: string, b: string) => `${setting} ${a} or ${b}`,
    replayChoice: (cause: string, runs: number, seed: string) =>
      `Replay: ${cause}, ${runs} runs, seed ${seed}`,
    /** `engines`: those it compared; none where one goes without saying. */
    replay: (code: string, engines: readonly string[]) =>
      `Replay code \`${code}\`\n-# Paste it as the cause of /demo, and anyone ${engines.length === 0 ? '' : `with the engines ${list(engines)} `}gets the same bytes.`,
    identical: (hash: string) =>
      `✅ **Identical bytes:** run again, the outputs have the same hash \`${hash}\`.`,
    otherEngine: (then: string, now: string) =>
      `⚠️ **Different bytes:** the code was made with the engine \`${then}\`, and this is \`${now}\`. The seed is the same, but the arithmetic isn’t: compare the numbers with a tolerance.`,
    otherBytes: (then: string, now: string, why: string) =>
      `⚠️ **Different bytes from the same engine:** the hash of the outputs should be \`${then}\`, but is \`${now}\`. ${why}`,
    whyOtherBytes,
    otherLibrary,
    check: 'Check it yourself',
    newSeed: 'Run a new seed',
    /** For somebody whose message it isn't. */
    own: 'Run your own',
    explain: 'Explain this cause',
    measured: 'How was this measured?',
    explainRow: 'Explain a cause of this ranking',
    /** Of an animation: of trainings, of two calls, of pairs of trainings. */
    watch: {
      training: 'Watch the training',
      calls: 'Watch where they part',
      epochs: 'Watch the training',
    },
    rawData: 'Get the raw data (CSV)',
    cancel: 'Cancel this run',
    rerun: 'Run it again',
    /** Above a demo that only one person sees, although they wanted it for all. */
    elsewhere: (channels: readonly string[]) =>
      `This server has its demos in ${channels.map((id) => `<#${id}>`).join(', ')}, so only you see this one.`,
    withFewer: (runs: number) => `Run it ${runs} times`,
    csv: (code: string) =>
      `The numbers behind \`${code}\`: one row per time step, epoch or pair, and one column per run or value.`,
  },

  removal: {
    remove: 'Delete this message',
    confirm: '**Delete this message for everybody?**',
    yes: 'Yes, delete it',
    no: 'No, keep it',
    done: '**Deleted.**',
    kept: 'It stays.',
  },

  outcomes: {
    cancelled:
      '**Cancelled** before it was done. Nothing is lost: the same seed gives the same run.',
    timedOut: (seconds: number) =>
      `**Stopped after ${seconds} seconds**: it took too long. Try again with fewer runs, or later.`,
    busy: {
      user: (waiting: number) =>
        `**You already have ${waiting === 1 ? '1 demo' : `${waiting} demos`} waiting.** Try again when one of them has started, or cancel one.`,
      server: (waiting: number) =>
        `**Many here want to see one:** ${waiting} demos of this server are already waiting. Watch those, and try again in a minute.`,
      all: (waiting: number) =>
        `**Too busy:** ${waiting} demos are already waiting. Try again in a minute.`,
    },
    tooManyRuns: (most: number) =>
      `**Here a demo has at most ${most} runs**, as those who manage this server have chosen.`,
    tooLong: (seconds: number, mostSeconds: number, runs: number | undefined) =>
      `**That would take ${about(seconds)}**, and a demo may take ${mostSeconds} s here. ${runs === undefined ? 'Even with the fewest runs it doesn’t end in time.' : `With ${runs} runs it ends in time.`}`,
    unavailable: (seconds: number) =>
      `**No demo can run right now:** the processes that run them end as soon as they start. I try again by myself, next in ${seconds} s; it is in the log. Questions still work: \`/ask\`.`,
    unreachable:
      '**No demo can run right now:** I can’t reach the machines that run them. I try again by myself; it is in the log. Questions still work: `/ask`.',
    closed:
      '**Cancelled: I am being restarted.** Nothing is lost: run it again in a minute, and the same seed gives the same run.',
    crashed:
      '**The run broke off**, and that is not your fault. It is in the log; please try again.',
  },

  /** Above an answer that can't be a reply any more; whom it is for is named, not pinged. */
  late: (userId: string) => `-# For <@${userId}>: it took longer than Discord waits for a reply.`,

  help: {
    intro:
      '**I explain why an LSTM gives different outputs, and prove it live** by training small ones while you watch.',
    showMe: (cause: string) => `Show me ${cause.toLowerCase()}`,
    howBig: 'How big is each?',
    allCauses: 'All causes',
    commands: (listed: readonly string[]) => `-# Commands: ${listed.join(' · ')}`,
    example:
      '**Try:** `/ask question: why does my LSTM give different results every time I run it?`',
    check:
      '**Or show me the line:** send me your script, or a file with the outputs of ten runs. I read it and never run it, and keep nothing of it.',
    mention:
      '**Or just ask:** mention me with your question, reply to an answer of mine, or write me a direct message. I read no other messages. For somebody else’s message, open its menu: *Apps*, *Why does this differ?*',
    replay:
      '**Replay:** every demo prints a replay code. Paste it as the `cause` of the demo command to run the same again and compare the bytes.',
  },

  /** One short sentence or two: what is wrong, and what to do instead. */
  problems: {
    failed: 'Something broke on my side; it is in the log. Please try again in a moment.',
    oldButton: 'This button is from an older version of me. Please run the command again.',
    oldCommand: 'I could not read that command. Type `/` and pick it from the list again.',
    notYours: 'This button belongs to whoever asked, and to staff. Here is one for you:',
    onlyManagers: 'Only those who may manage this server can do that.',
    onlyFiles:
      'I read text, scripts (`.py`, `.ipynb`, `.js`, `.ts`) and outputs (`.csv`, `.json`, `.npy`, `.npz`), but no pictures and no other files. Tell me in one or two sentences what you call and what differs.',
    nothingToWatch:
      'This demo has nothing to watch, only finished numbers. Leave `watch` out, or watch one bit grow: cause `butterfly`.',
    tooFast: 'That was a lot of questions at once. Please wait a minute, then ask again.',
    noText:
      'That message has no text for me to read, only files, embeds or the like. Ask in words: `/ask`.',
    ownMessage: 'That message is mine. Pick one in which somebody asks.',
    noMisses: 'That is not possible right now: my notes can’t be reached. Try again later.',
    notHere: 'That works in a server only.',
    noSettings: 'That was not kept: my notes can’t be reached. Try it again later.',
    emptyQuestion: 'I need a question in words, for example: *why does my LSTM differ every time?*',
    longQuestion: (length: number, most: number) =>
      `Your question has ${length} characters. Ask it in one or two sentences, at most ${most} characters.`,
    cause: (nearest: readonly string[]) =>
      `I don't know a cause of that name. ${nearest.length > 0 ? `Did you mean ${inCode(nearest)}? ` : ''}Start typing and pick one from the list.`,
    noDemo: (page: string, instead: string | undefined) =>
      `\`${page}\` has a page (\`/cause\`), but no demo of its own.${instead ? ` The demo closest to it: \`${instead}\`.` : ''}`,
    variant: (cause: string, known: readonly string[]) =>
      `The demo \`${cause}\` has no such variant. Pick one of ${inCode(known)}.`,
    runs: (fewest: number, most: number) =>
      `Choose ${fewest} to ${most} runs, or leave that option out.`,
    values: (low: number, high: number, whole: boolean) =>
      `Choose two ${whole ? 'whole numbers' : 'numbers'} from ${low} to ${high}${whole ? '' : ', with at most four decimals'}.`,
    sameValues: 'Choose two different values of the setting.',
    setting: (known: readonly string[]) => `I can't compare that. Pick one of ${inCode(known)}.`,
    data: (known: readonly string[]) =>
      `That demo makes its own series on purpose, so it can’t use yours. These can: ${inCode(known)}, and \`/compare\`.`,
    seed: 'A seed is 1 to 16 letters, digits, `-` or `_`. Or leave it out: you get a new one.',
    replay:
      'That replay code is not complete, or not mine. Copy the whole code, without the quotes.',
    replayWithOptions:
      'A replay code already says the variant, the runs and the seed. Leave those options out.',
    over: 'That run is already over: there is nothing left to cancel.',
  },
};
