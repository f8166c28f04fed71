import { fewestRuns, mostRuns } from '../src/demos/index.ts';
import { readComparison, suggestSettings, suggestValues } from './compare/request.ts';
import { runAsked } from './demo/own-series.ts';
import { defineCommand } from './framework/command.ts';
import { boolean, file, integer, text } from './framework/option.ts';

/** Better, or lucky? Its result is a demo's, and so are its buttons. */
export const compare = defineCommand({
  name: 'compare',
  words: ({ replies }) => replies.commands.compare,
  options: {
    setting: text({ required: true, suggest: suggestSettings }),
    a: text({ required: true, suggest: suggestValues('b') }),
    b: text({ required: true, suggest: suggestValues('a') }),
    runs: integer({ min: fewestRuns, max: mostRuns }),
    seed: text(),
    data: file(['.csv', '.txt']),
    column: text(),
    private: boolean(),
  },

  execute({ private: isPrivate = false, data, column, ...asked }, conversation, services) {
    const request = readComparison(asked, conversation);
    const sent = { data, column };
    return runAsked(request, sent, conversation, services, { private: isPrivate });
  },
});
