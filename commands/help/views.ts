import { studyIds } from '../../src/demos/index.ts';
import { wordsFor, type Locale } from '../../src/words/index.ts';
import type { Command } from '../shared/command.ts';
import { text, type Reply } from '../shared/reply.ts';

export function helpReply(locale: Locale, commands: readonly Command[]): Reply {
  const words = wordsFor(locale);
  const { help: say } = words.replies;
  const lines = commands
    .map((command) => command.words(words))
    .map(({ name, description }) => say.command(name, description));
  const studies = studyIds.map((id) => say.study(id, words.replies.studies[id].title));
  return {
    tone: 'plain',
    blocks: [
      say.intro,
      [...lines, ...studies].join('\n'),
      say.mention,
      say.example,
      say.replay,
    ].map(text),
  };
}
