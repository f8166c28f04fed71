import { AllowedMentionsTypes } from 'discord-api-types/v10';
import type { AllowedMentions } from './form/message.ts';
import { personById } from './place.ts';

/** Whom a message pings: those its text mentions and its `allowed_mentions` lets through. */
export interface Pings {
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

/** Without `allowed_mentions` everybody named is pinged, as on Discord. */
export function pingsOf(text: string, allowed: AllowedMentions | null | undefined): Pings {
  const { Everyone, Role, User } = AllowedMentionsTypes;
  const parses = (kind: AllowedMentionsTypes) => !allowed || (allowed.parse ?? []).includes(kind);
  const ids = (pattern: RegExp) => [
    ...new Set([...text.matchAll(pattern)].flatMap(([, id]) => id ?? [])),
  ];
  return {
    everyone: parses(Everyone) && /@(everyone|here)/.test(text),
    users: ids(/<@!?(\d+)>/g).filter(
      (id) => personById(id) && (parses(User) || allowed?.users?.includes(id)),
    ),
    roles: ids(/<@&(\d+)>/g).filter((id) => parses(Role) || allowed?.roles?.includes(id)),
  };
}
