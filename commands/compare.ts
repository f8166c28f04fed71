import { fewestRuns, mostRuns } from '../src/demos/index.ts';
import { readComparison, suggestSettings, suggestValues } from './compare/request.ts';
import { runDemo } from './demo/work.ts';
import { defineCommand } from './framework/command.ts';
import { boolean, integer, text } from './framework/option.ts';
import { refuse } from './framework/press.ts';

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
    private: boolean(),
  },

  execute({ private: isPrivate = false, ...asked }, conversation, services) {
    const request = readComparison(asked, conversation);
    if (!request.ok) return refuse(conversation, request.say);
    return runDemo(request, conversation, services, { private: isPrivate });
  },
});
