import { RESTJSONErrorCodes } from 'discord-api-types/v10';

/** One thing wrong with a body: where, Discord's name of the rule, and a sentence. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
}

interface IssueTree {
  [key: string]: IssueTree | { code: string; message: string }[];
}

/** A request that is refused, in Discord's own shape. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: IssueTree | undefined;

  constructor(status: number, code: number, message: string, errors?: IssueTree) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body() {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

export const refusals = {
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  notFound: () => new Refusal(404, 0, '404: Not Found'),
  methodNotAllowed: () => new Refusal(405, 0, '405: Method Not Allowed'),
  unknownApplication: () =>
    new Refusal(404, RESTJSONErrorCodes.UnknownApplication, 'Unknown Application'),
  unknownChannel: () => new Refusal(404, RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel'),
  wrongChannelType: () =>
    new Refusal(
      400,
      RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
      'Cannot execute action on this channel type',
    ),
  unknownGuild: () => new Refusal(404, RESTJSONErrorCodes.UnknownGuild, 'Unknown Guild'),
  unknownMessage: () => new Refusal(404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message'),
  unknownWebhook: () => new Refusal(404, RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook'),
  unknownInteraction: () =>
    new Refusal(404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction'),
  requestTooLarge: () =>
    new Refusal(413, RESTJSONErrorCodes.RequestEntityTooLarge, 'Request entity too large'),
  alreadyAcknowledged: () =>
    new Refusal(
      400,
      RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
      'Interaction has already been acknowledged.',
    ),
  emptyMessage: () =>
    new Refusal(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message'),
  notTheAuthor: () =>
    new Refusal(
      403,
      RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
      'Cannot edit a message authored by another user',
    ),
  expiredToken: () =>
    new Refusal(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token'),
  invalidJson: () =>
    new Refusal(
      400,
      RESTJSONErrorCodes.RequestBodyContainsInvalidJSON,
      'The request body contains invalid JSON.',
    ),
  invalidForm: (issues: readonly Issue[]) =>
    new Refusal(
      400,
      RESTJSONErrorCodes.InvalidFormBodyOrContentType,
      'Invalid Form Body',
      treeOf(issues),
    ),
};

/** `components[0].label` becomes `{components: {0: {label: {_errors: [...]}}}}`. */
function treeOf(issues: readonly Issue[]): IssueTree {
  const root: IssueTree = {};
  for (const { path, code, message } of issues) {
    let at = root;
    for (const key of path.map(String)) {
      const next = at[key];
      at = next && !Array.isArray(next) ? next : (at[key] = {});
    }
    const known = at['_errors'];
    at['_errors'] = [...(Array.isArray(known) ? known : []), { code, message }];
  }
  return root;
}
