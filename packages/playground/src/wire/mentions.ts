import { AllowedMentionsTypes, type APIUser } from 'discord-api-types/v10';
import type { AllowedMentions } from './form/message.ts';
import { botUser, personById } from './place.ts';

/** Whom a message pings: those its text mentions and its `allowed_mentions` lets through. */
export interface Pings {
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

/** Without `allowed_mentions` everybody named is pinged, and whoever is replied to, as on Discord. */
export function pingsOf(
  text: string,
  allowed: AllowedMentions | null | undefined,
  repliedTo?: APIUser,
): Pings {
  const { Everyone, Role, User } = AllowedMentionsTypes;
  const parses = (kind: AllowedMentionsTypes) => !allowed || (allowed.parse ?? []).includes(kind);
  const ids = (pattern: RegExp) => [
    ...new Set([...text.matchAll(pattern)].flatMap(([, id]) => id ?? [])),
  ];
  const named = ids(/<@!?(\d+)>/g).filter(
    (id) => (personById(id) || id === botUser.id) && (parses(User) || allowed?.users?.includes(id)),
  );
  const replied = repliedTo && (!allowed || allowed.replied_user) ? [repliedTo.id] : [];
  return {
    everyone: parses(Everyone) && /@(everyone|here)/.test(text),
    users: [...new Set([...named, ...replied])],
    roles: ids(/<@&(\d+)>/g).filter((id) => parses(Role) || allowed?.roles?.includes(id)),
  };
}
