import {
  checkParameters,
  fewestRuns,
  formOf,
  mostRuns,
  parseReplay,
  seedFrom,
} from '../src/demos/index.ts';
import { runAsked } from './demo/own-series.ts';
import { sendDetails, sendRawData } from './demo/raw-data.ts';
import {
  readRequest,
  suggestCauseOrReplay,
  suggestVariants,
  type DemoRequest,
} from './demo/request.ts';
import { askFramework, sendNotebook } from './demo/take-home.ts';
import { runDemo } from './demo/work.ts';
import { on } from './framework/action.ts';
import { actions } from './parts/actions.ts';
import { removalHandlers } from './parts/removal.ts';
import { defineCommand } from './framework/command.ts';
import type { Press } from './framework/context.ts';
import { boolean, file, integer, text } from './framework/option.ts';
import { refuse, type Problems } from './framework/press.ts';
import type { Services } from './framework/services.ts';

export const demo = defineCommand({
  name: 'demo',
  words: ({ replies }) => replies.commands.demo,
  options: {
    cause: text({ required: true, suggest: suggestCauseOrReplay }),
    variant: text({ suggest: suggestVariants }),
    runs: integer({ min: fewestRuns, max: mostRuns }),
    seed: text(),
    watch: boolean(),
    data: file(['.csv', '.txt']),
    column: text(),
    private: boolean(),
  },

  execute(
    { private: isPrivate = false, watch = false, data, column, ...asked },
    conversation,
    services,
  ) {
    const request = readRequest({ ...asked, watch }, conversation, services.content);
    const sent = { data, column };
    return runAsked(request, sent, conversation, services, { private: isPrivate });
  },

  handlers: [
    on(actions.startDemo, ({ cause }, press, services) => {
      const checked = checkParameters({ cause, seed: seedFrom(press.id) });
      return checked.ok ? runFor(press, checked, services) : refuse(press, oldButton);
    }),
    on(actions.newSeed, ({ parameters }, press, services) =>
      runFor(press, { parameters: { ...parameters, seed: seedFrom(press.id) } }, services),
    ),
    on(actions.watch, ({ parameters }, press, services) =>
      formOf(parameters).watch
        ? runDemo({ parameters, watch: 'alone' }, press, services, {
            private: press.messageIsPrivate || press.isCopy,
          })
        : refuse(press, oldButton),
    ),
    on(actions.rerun, ({ parameters }, press, services) => runFor(press, { parameters }, services)),
    on(actions.rerunForAll, ({ parameters }, press, services) =>
      runDemo({ parameters }, press, services, { private: false }),
    ),
    on(actions.confirm, ({ replay }, press, services) => {
      const expected = parseReplay(replay);
      return expected
        ? runFor(press, { parameters: expected.parameters, expected }, services)
        : refuse(press, oldButton);
    }),
    on(actions.check, ({ replay }, press, services) => {
      const expected = parseReplay(replay);
      if (!expected) return refuse(press, oldButton);
      const { parameters } = expected;
      return runDemo({ parameters, expected }, press, services, { private: true });
    }),
    on(actions.rawData, ({ replay }, press, services) => sendRawData(replay, press, services)),
    on(actions.measured, ({ replay }, press, services) => sendDetails(replay, press, services)),
    on(actions.takeHome, ({ parameters }, press, services) =>
      askFramework(parameters, press, services),
    ),
    on(actions.takeHomeIn, ({ parameters, framework }, press, services) =>
      sendNotebook(parameters, framework, press, services),
    ),
    on(actions.cancel, async ({ job }, press, { running, elsewhere }) => {
      const demoUnderWay = running.get(job);
      if (!demoUnderWay && !(await elsewhere.cancel(job)))
        return refuse(press, (problems) => problems.over);
      try {
        await press.acknowledge();
      } finally {
        // Also if Discord did not take that: the press was meant.
        demoUnderWay?.cancel();
      }
    }),
    ...removalHandlers,
  ],
});

const oldButton = (problems: Problems) => problems.oldButton;

/** A new message, as private as the one that carries the button. */
const runFor = (press: Press, request: DemoRequest, services: Services) =>
  runDemo(request, press, services, { private: press.messageIsPrivate });
