import {
  createServices,
  handlePress,
  type Conversation,
  type Form,
  type Press,
  type Reply,
  type Services,
} from '../../commands/index.ts';
import { openAttachments } from '../../src/attachments/index.ts';
import { createJobs, type Examiner } from '../../src/jobs/index.ts';
import { openLibrary } from '../../src/library/index.ts';
import { diagramOf, type Pictures } from '../../src/diagrams/index.ts';
import { silent } from '../../src/log.ts';
import { openDatabase } from '../../src/database/index.ts';
import { openSettings, settingsSchema, usualSettings } from '../../src/settings/index.ts';
import { lessonsSchema, openLessons } from '../../src/lessons/index.ts';
import { missesSchema, openMisses } from '../../src/misses/index.ts';

const opened = await openLibrary();
if (!opened.ok) throw new Error(opened.problems.join('\n'));
const { library } = opened;

/** As the build draws them, but with their name in place of the picture. */
const pictures: Pictures = (id, locale) => ({
  png: Buffer.from(id),
  altText: diagramOf(id, locale).altText,
});

/** It looks through nothing: that takes a child process. */
const refuses = () => {
  const refusal = { kind: 'closed' } as const;
  return {
    refusal,
    outcome: Promise.resolve(refusal),
    position: () => 0,
    wait: () => undefined,
    prefer: () => {},
    cancel: () => {},
  };
};
const examiner: Pick<Examiner, 'code' | 'outputs' | 'series'> = {
  code: refuses,
  outputs: refuses,
  series: refuses,
};

/** The real rooms. No child process starts before a demo is submitted. */
export function realServices() {
  const jobs = createJobs({ workers: 1, maxWaiting: 0, deadlineSeconds: 60 });
  const database = openDatabase({
    url: ':memory:',
    schema: [...missesSchema, ...lessonsSchema, ...settingsSchema],
    log: silent,
  });
  const rooms = {
    misses: openMisses(database),
    lessons: openLessons(database),
    settings: openSettings(database),
  };
  // Nobody is there: no file can be read.
  const attachments = openAttachments({ host: 'http://127.0.0.1:1' });
  return createServices({
    ...library,
    ...rooms,
    attachments,
    examiner,
    pictures,
    jobs,
    log: silent,
  });
}

export interface Said {
  readonly how: 'reply' | 'edit' | 'update';
  readonly reply: Reply;
  readonly private?: boolean;
}

export type Who = Partial<
  Pick<
    Press,
    | 'id'
    | 'userId'
    | 'isStaff'
    | 'isManager'
    | 'serverId'
    | 'locale'
    | 'publicLocale'
    | 'messageIsPrivate'
    | 'chosen'
    | 'customIds'
    | 'quote'
    | 'mayPost'
    | 'answersTo'
    | 'another'
    | 'settings'
    | 'channelIds'
    | 'roleIds'
  >
>;

/** A conversation, and a press, that note what a command says, in place of Discord. */
export function fakeConversation(who: Who = {}) {
  const said: Said[] = [];
  const events: string[] = [];
  const forms: Form[] = [];
  const conversation: Conversation & Press = {
    id: '1000000000000000001',
    channelId: '100000000000000001',
    userId: '200000000000000002',
    serverId: '300000000000000003',
    mayPost: true,
    gone: new AbortController().signal,
    settings: usualSettings,
    channelIds: ['100000000000000001'],
    roleIds: [],
    isStaff: false,
    isManager: false,
    messageId: '400000000000000004',
    locale: 'en',
    publicLocale: 'en',
    messageIsPrivate: false,
    chosen: [],
    customIds: [],
    quote: undefined,
    question: async () => undefined,
    answered: async () => undefined,
    answersTo: async () => undefined,
    another: async () => undefined,
    ...who,
    reply: async (reply, visibility) => void said.push({ how: 'reply', reply, ...visibility }),
    edit: async (reply) => void said.push({ how: 'edit', reply }),
    update: async (reply) => void said.push({ how: 'update', reply }),
    defer: async (visibility) => void events.push(visibility.private ? 'defer private' : 'defer'),
    open: async (form) => void forms.push(form),
    acknowledge: async () => void events.push('acknowledge'),
    deleteMessage: async () => void events.push('delete'),
  };
  return { conversation, said, events, forms };
}

/** Somebody presses what stands in a message, and so says what it does. */
export async function pressing(customId = '', services: Services, who: Who = {}) {
  const faked = fakeConversation({ customIds: [customId], ...who });
  await handlePress(customId, faked.conversation, services);
  return faked;
}

/** All the words of a reply, without its buttons. */
export const wordsOf = ({ blocks }: Reply): string =>
  blocks
    .flatMap((block) => {
      if (block.kind === 'text') return [block.markdown];
      return block.kind === 'quote' ? [block.text] : [];
    })
    .join('\n');

export const buttonsOf = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));

/** The names of the pictures. */
export const chartsOf = ({ blocks }: Reply): string[] =>
  blocks.flatMap((block) => (block.kind === 'chart' ? [block.name] : []));

export const selectOf = ({ blocks }: Reply) => {
  const select = blocks.find((block) => block.kind === 'select');
  if (!select) throw new Error('There is no select menu in this reply.');
  return select;
};
