import type { Interaction } from '@seedling/playground';
import { componentsIn } from '../../tests/wire/contract/components.ts';
import { isFields, type Fields } from '../../tests/wire/contract/violation.ts';
import type { RecordedRequest } from '../../tests/wire/proxy/index.ts';
import type { Member } from './crowd.ts';

/** How one demo went for the person who wanted it. */
export interface Story extends Member {
  /** From the command until Discord has its acknowledgement; infinite if none came in time. */
  readonly acknowledgedMs: number;
  /** `nothing`: no end came yet. */
  readonly end: 'result' | 'refused' | 'failed' | 'nothing';
  /** When its end came, in milliseconds as `performance.now()` counts; NaN if none did. */
  readonly endedAt: number;
  /** The places in the queue it was told, in order. */
  readonly places: readonly number[];
  /** What its last message says. */
  readonly words: string;
}

/** What the bot said to this interaction, in order. */
export function tell(
  member: Member,
  { acknowledgement }: Interaction,
  requests: readonly RecordedRequest[],
): Story {
  const messages = requests.map(({ json }) => bodyOf(json));
  const words = messages.map(wordsIn);
  const last = messages.findLastIndex((message) => endOf(message) !== 'nothing');
  const end = endOf(messages[last] ?? {});
  return {
    ...member,
    acknowledgedMs: acknowledgement?.afterMs ?? Number.POSITIVE_INFINITY,
    end,
    endedAt: requests[last]?.at ?? Number.NaN,
    places: words.flatMap((text) => Number(/place (\d+) in the queue/.exec(text)?.[1] ?? []) || []),
    words: words[last] ?? '',
  };
}

/** The message in a request: a callback has it in `data`. */
function bodyOf(json: unknown): Fields {
  if (!isFields(json)) return {};
  return isFields(json['data']) ? json['data'] : json;
}

const wordsIn = (message: Fields): string =>
  componentsIn(message)
    .flatMap(([, { content }]) => (typeof content === 'string' ? [content] : []))
    .join('\n');

const ephemeral = 64;

function endOf(message: Fields): Story['end'] {
  const files = message['attachments'];
  if (Array.isArray(files) && files.length > 0) return 'result';
  if (wordsIn(message) === '') return 'nothing';
  if (typeof message['flags'] === 'number' && message['flags'] & ephemeral) return 'refused';
  const labels = componentsIn(message).map(([, { label }]) => label);
  return labels.includes('Cancel this run') ? 'nothing' : 'failed';
}
