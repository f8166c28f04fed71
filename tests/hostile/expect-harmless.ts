import { parse } from 'discord-markdown-parser';
import { expect } from 'vitest';
import type { Reply } from '../../commands/index.ts';
import { render } from '../../src/discord/render.ts';
import { violationsOf, type WireRequest } from '../wire/contract/index.ts';
import { componentsIn } from '../wire/contract/components.ts';
import { marker } from './text.ts';

/** The request that sends this reply. */
function requestFor(reply: Reply): WireRequest {
  const { flags, components, files, allowedMentions } = render(reply);
  const attachments = files.map(({ description }, at) => ({ id: String(at), description }));
  const data = { flags, components, attachments, allowed_mentions: allowedMentions };
  return {
    method: 'POST',
    path: `/interactions/350000000000000001/token/callback`,
    // As it is after its journey.
    json: JSON.parse(JSON.stringify({ type: 4, data })) as unknown,
    files: files.map(({ attachment, name = '' }, at) => ({
      index: String(at),
      name,
      bytes: attachment as Buffer,
    })),
  };
}

/**
 * Discord takes it, it pings nobody, and what somebody typed stands in it as plain text or not at all. True if it
 * does stand in it.
 */
export function expectHarmless(reply: Reply): boolean {
  const request = requestFor(reply);
  expect(violationsOf(request)).toEqual([]);
  const { data } = request.json as { data: Record<string, unknown> };
  const typed = textsIn(data).filter((content) => content.includes(marker));
  for (const content of typed) expectPlain(content);
  expect(JSON.stringify(withoutTexts(data))).not.toContain(marker);
  return typed.length > 0;
}

const textsIn = (message: Record<string, unknown>): string[] =>
  componentsIn(message).flatMap(([, { content }]) =>
    typeof content === 'string' ? [content] : [],
  );

const withoutTexts = (message: Record<string, unknown>) =>
  componentsIn(message).map(([, { content: _content, components: _inner, ...rest }]) => rest);

/** One line of a quote, with no markup in it. */
export function expectPlain(content: string): void {
  const [quote, ...others] = parse(content, 'extended') as Node[];
  expect(others).toEqual([]);
  expect(quote?.type).toBe('blockQuote');
  const inner = Array.isArray(quote?.content) ? quote.content : [];
  expect(inner.map(({ type }) => type).filter((type) => !plain.includes(type))).toEqual([]);
  expect(content).not.toMatch(/[\n\r\u2028\u2029\u0085]/);
  // Also for a reader of markup that is cleverer than the parser.
  expect(content.slice(2).replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~]/);
  expect(content).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/);
}

/** An emoji is a picture of itself. */
const plain = ['text', 'twemoji'];

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
}
