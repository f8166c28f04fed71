import { wordsFor } from '../src/words/index.ts';
import { differences } from './check/differs.ts';
import { codeForm, differsIn, forms, outputsForm, sentWith, trainedIn } from './check/forms.ts';
import { handlers } from './check/handlers.ts';
import { checkCode, checkOutputs } from './check/private.ts';
import { flatReply } from './check/report.ts';
import { codeFiles, isFlatPython, outputFiles, sentFile, sentIn, sentText } from './check/sent.ts';
import { defineCommand, type CommandGroup, type MessageCommand } from './framework/command.ts';
import type { Conversation } from './framework/context.ts';
import { onSubmit } from './framework/submission.ts';
import { file, oneOf, text } from './framework/option.ts';
import { refuse } from './framework/press.ts';
import { problem } from './framework/reply.ts';
import { readerOf } from './parts/reader.ts';

const group: CommandGroup = {
  name: 'check',
  words: ({ replies }) => replies.commands.check,
  for: 'everybody',
};

/** Which lines of somebody's script make outputs differ. */
const code = defineCommand({
  name: 'code',
  group,
  words: ({ replies }) => replies.commands.check.code,
  options: { file: file(codeFiles), code: text(), differs: oneOf(differences) },

  execute({ file: sent, code: typed = '', differs }, conversation, services) {
    if (sent) return checkCode(sentFile(sent), conversation, services, differs);
    const reader = readerOf(conversation, true, services);
    if (isFlatPython(typed)) return conversation.reply(flatReply(reader), { private: true });
    if (typed.trim() !== '') return checkCode(sentText(typed), conversation, services, differs);
    return conversation.open(codeForm(reader, differs));
  },

  handlers,

  forms: [
    onSubmit(forms.code, (_values, submission, services) => {
      const sent = sentWith(submission.filled);
      if (!sent) return nothingSent(submission);
      return checkCode(sent, submission, services, differsIn(submission.filled));
    }),
  ],
});

/** What somebody's repeated outputs show. */
const outputs = defineCommand({
  name: 'outputs',
  group,
  words: ({ replies }) => replies.commands.check.outputs,
  options: {
    file: file(outputFiles),
    trained: oneOf(['once', 'each']),
    rows: oneOf(['runs', 'values']),
  },

  execute({ file: sent, trained, rows }, conversation, services) {
    if (sent) return checkOutputs(sentFile(sent), { trained, rows }, conversation, services);
    return conversation.open(outputsForm(readerOf(conversation, true, services), trained));
  },

  forms: [
    onSubmit(forms.outputs, (_values, submission, services) => {
      const sent = sentWith(submission.filled);
      if (!sent) return nothingSent(submission);
      return checkOutputs(sent, { trained: trainedIn(submission.filled) }, submission, services);
    }),
  ],
});

export const checkCommands = [code, outputs];

/** Looks through what stands in somebody's message, and tells the result to whoever picked it. */
export const checkMessage: MessageCommand = {
  name: 'Check this code',
  words: ({ replies }) => replies.check.menu,

  run(conversation, services) {
    const { message } = conversation;
    if (message.isOurs) return refuse(conversation, (problems) => problems.ownMessage);
    const found = sentIn(message);
    if (found?.kind === 'outputs') return checkOutputs(found.sent, {}, conversation, services);
    const sent = found?.sent ?? (message.text === '' ? undefined : sentText(message.text));
    if (sent) return checkCode(sent, conversation, services);
    return conversation.reply(problem(wordsFor(conversation.locale).replies.check.noFileInIt), {
      private: true,
    });
  },
};

const nothingSent = (conversation: Conversation): Promise<void> =>
  conversation.reply(problem(wordsFor(conversation.locale).replies.check.nothingSent), {
    private: true,
  });
