import { z } from 'zod';
import type { Upload } from '../wire/attachments.ts';
import { places } from '../wire/channels.ts';
import { languages, personKeys } from '../wire/place.ts';
import type { Class } from '../class/index.ts';
import type { People, Who } from '../people/index.ts';
import type { PageAct, PageAnswer, PageRequest } from '../protocol.ts';
import type { Server } from '../server.ts';

const text = z.string().max(10_000);
const locale = z.enum(languages);
const file = z.object({ name: text, upload: text });
const options = z.record(text, z.union([text, z.number(), z.boolean(), file]));

export const pageRequest = z.object({
  user: z.enum(personKeys),
  where: z.union([z.enum(places), z.templateLiteral(['thread:', z.string()])]),
  locale,
  act: z.discriminatedUnion('do', [
    z.object({ do: z.literal('command'), name: text, options }),
    z.object({ do: z.literal('autocomplete'), name: text, options, focused: text }),
    z.object({ do: z.literal('menu'), name: text, messageId: text }),
    z.object({ do: z.literal('press'), messageId: text, customId: text }),
    z.object({ do: z.literal('select'), messageId: text, customId: text, values: z.array(text) }),
    z.object({
      do: z.literal('submit'),
      opener: text,
      inputs: z.record(text, z.union([text, z.array(text), z.array(file)])),
    }),
    z.object({
      do: z.literal('say'),
      text,
      replyTo: z.exactOptional(text),
      files: z.exactOptional(z.array(file)),
    }),
    z.object({ do: z.literal('dismiss'), messageId: text }),
    z.object({ do: z.literal('class'), messageId: text }),
    z.object({ do: z.literal('server-language'), language: locale }),
  ]),
}) satisfies z.ZodType<PageRequest>;

/** Does what the page asks. The bot's answers come with the events, except suggestions, which are returned. */
export async function perform(
  { interactions, language }: Server,
  crowd: People,
  students: Class,
  who: Who,
  act: PageAct<Upload>,
): Promise<PageAnswer> {
  switch (act.do) {
    case 'command':
      return answer(crowd.runCommand(who, act.name, act.options));
    case 'menu':
      return answer(crowd.runOnMessage(who, act.name, act.messageId));
    case 'press':
      return answer(crowd.press(who, act.messageId, act.customId));
    case 'select':
      return answer(crowd.select(who, act.messageId, act.customId, act.values));
    case 'submit':
      return answer(crowd.submitModal(who, act.opener, act.inputs));
    case 'say':
      return answer(crowd.say(who, act));
    case 'dismiss':
      return answer(crowd.dismiss(who, act.messageId));
    case 'class':
      return students.press(who, act.messageId);
    case 'server-language':
      language.set(act.language);
      return { ok: true };
    case 'autocomplete': {
      const asked = crowd.autocomplete(who, act.name, act.options, act.focused);
      if (!asked.ok) return asked;
      const { acknowledgement } = await interactions.settled(asked.interaction.id);
      if (!acknowledgement?.choices) return { ok: false, problem: 'Loading options failed' };
      return { ok: true, choices: acknowledgement.choices };
    }
  }
}

/** The same with the files themselves; undefined if one did not come along. */
export function withFiles(act: PageAct, uploads: readonly Upload[]): PageAct<Upload> | undefined {
  const missing = new Set<string>();
  const fill = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(fill);
    if ('upload' in value && typeof value.upload === 'string') {
      const found = uploads.find(({ index }) => index === value.upload);
      if (!found) missing.add(value.upload);
      return found;
    }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
  };
  // Safe: only what stands for a file has become one.
  const filled = fill(act) as PageAct<Upload>;
  return missing.size > 0 ? undefined : filled;
}

const answer = (acted: PageAnswer): PageAnswer => (acted.ok ? { ok: true } : acted);
