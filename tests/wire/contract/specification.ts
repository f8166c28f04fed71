import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { array, type ZodMiniType } from 'zod/mini';
import { againstSchema } from './schema.ts';
import { isFields, wrong, type Violation, type WireRequest } from './violation.ts';

/** The bodies by route, in the specification's words. What stands in neither list has none. */
const bodies: Readonly<Record<string, ZodMiniType>> = {
  'POST /webhooks/{webhook_id}/{webhook_token}': IncomingWebhookRequestPartialSchema,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original':
    IncomingWebhookUpdateRequestPartialSchema,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}':
    IncomingWebhookUpdateRequestPartialSchema,
  'POST /channels/{channel_id}/messages': MessageCreateRequestSchema,
  'PATCH /channels/{channel_id}/messages/{message_id}': MessageEditRequestPartialSchema,
  'POST /channels/{channel_id}/threads': CreateTextThreadWithoutMessageRequestSchema,
  'POST /users/@me/channels': CreatePrivateChannelRequestSchema,
  'PUT /applications/{application_id}/commands': array(ApplicationCommandUpdateRequestSchema),
  'PUT /applications/{application_id}/guilds/{guild_id}/commands': array(
    ApplicationCommandUpdateRequestSchema,
  ),
};

export const callbackRoute = 'POST /interactions/{interaction_id}/{interaction_token}/callback';

const callbacks: Readonly<Record<number, ZodMiniType>> = {
  4: CreateMessageInteractionCallbackRequestSchema,
  5: CreateMessageInteractionCallbackRequestSchema,
  6: UpdateMessageInteractionCallbackRequestSchema,
  7: UpdateMessageInteractionCallbackRequestSchema,
  8: ApplicationCommandAutocompleteCallbackRequestSchema,
  9: ModalInteractionCallbackRequestSchema,
};

/** `POST /channels/{channel_id}/messages`; undefined if Discord has no such address, or not for this method. */
export function routeOf({
  method,
  path,
}: Pick<WireRequest, 'method' | 'path'>): string | undefined {
  const parts = path.split('/').map((part) => decodeURIComponent(part));
  const [pattern] = (patterns[method] ?? [])
    .filter((names) => names.length === parts.length)
    .filter((names) => names.every((name, at) => fitsPart(name, parts[at] ?? '')))
    // `@original` rather than `{message_id}`.
    .toSorted((a, b) => namesIn(a) - namesIn(b));
  return pattern && `${method} ${pattern.join('/')}`;
}

// Not a literal, because the package's own types don't pass our compiler.
const specification: string = 'discord-api-spec';
const { pathsList } = (await import(specification)) as {
  readonly pathsList: Readonly<Record<string, readonly string[]>>;
};

const patterns: Readonly<Record<string, readonly string[][]>> = Object.fromEntries(
  Object.entries(pathsList).map(([method, paths]) => [
    method.toUpperCase(),
    paths.map((path) => path.split('/')),
  ]),
);

const namesIn = (pattern: readonly string[]): number =>
  pattern.filter((name) => name.startsWith('{')).length;

function fitsPart(name: string, part: string): boolean {
  if (!name.startsWith('{')) return name === part;
  return name.endsWith('_id}') ? /^\d{17,20}$/.test(part) : part.length > 0;
}

/** What Discord's own specification says against a request. */
export function againstSpecification(request: WireRequest): Violation[] {
  const route = routeOf(request);
  if (route === undefined) return [wrong([], 'Discord has no such address.')];
  const schema = route === callbackRoute ? callbackSchema(request.json) : bodies[route];
  if (schema) return againstSchema(schema, withNumbers(request.json));
  return request.json === undefined ? [] : [wrong([], 'A body where none is known.')];
}

/**
 * Permissions are a number in the specification and text in Discord's documentation, which discord.js follows; Discord
 * takes both.
 */
export const withNumbers = (json: unknown): unknown =>
  Array.isArray(json) ? json.map(withNumber) : withNumber(json);

function withNumber(command: unknown): unknown {
  const field = 'default_member_permissions';
  if (!isFields(command)) return command;
  const permissions = command[field];
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? { ...command, [field]: Number(permissions) }
    : command;
}

const callbackSchema = (json: unknown): ZodMiniType | undefined =>
  isFields(json) && typeof json['type'] === 'number' ? callbacks[json['type']] : undefined;
