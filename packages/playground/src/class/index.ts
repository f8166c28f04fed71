import { setTimeout as wait } from 'node:timers/promises';
import { ComponentType } from 'discord-api-types/v10';
import { choiceOf } from '../choice.ts';
import { isVisible, type People, type Who } from '../people/index.ts';
import type { Server } from '../server.ts';
import { allComponents } from '../wire/components.ts';
import type { StoredMessage } from '../wire/messages.ts';
import type { Person } from '../wire/place.ts';
import { drawsOf, guess, guessAgain } from './guess.ts';

/** Simulated students, with whom a teacher can try alone what is meant for many. */
export interface Class {
  /**
   * Each presses one of the blue buttons of a message, one after the other; see `choiceOf`. They guess: they know nothing
   * of what the buttons mean. Asked the same again, some do as most did. The n-th time a class is asked always gives the
   * same draws.
   */
  press(who: Who, messageId: string, withinMs?: number): Promise<Pressed>;
}

export type Pressed =
  /** `pressed`: how many of them got an answer of the bot. */
  | { readonly ok: true; readonly pressed: number }
  | { readonly ok: false; readonly problem: string };

const classSize = 50;

/** As quick as a class is, and slow enough to see the count rise. */
const usualMs = 5000;

interface Asked {
  readonly lines: readonly string[];
  readonly choices: number;
  readonly chosen: readonly number[];
}

export function createClass({ interactions, messages }: Server, people: People): Class {
  let times = 0;
  let last: Asked | undefined;
  const pressing = new Set<string>();

  const pressOne = async (who: Who, messageId: string, button: string): Promise<boolean> => {
    const acted = people.press(who, messageId, button);
    if (!acted.ok) return false;
    return (await interactions.settled(acted.interaction.id)).state === 'acknowledged';
  };

  return {
    async press({ where, locale, person }, messageId, withinMs = usualMs) {
      const message = messages.find(messageId);
      const buttons = message && isPublic(message, person) ? choiceOf(message.api) : [];
      if (!message || buttons.length === 0)
        return { ok: false, problem: 'This message is gone, or has no blue buttons for all.' };
      if (pressing.has(messageId))
        return { ok: false, problem: 'The class is pressing already. Wait until it is done.' };
      const draw = drawsOf((times += 1));
      const lines = linesOf(message);
      const before = last && isSame(last, lines, buttons.length) ? last.chosen : undefined;
      const chosen = before ? guessAgain(before, draw) : guess(classSize, buttons.length, draw);
      last = { lines, choices: buttons.length, chosen };
      pressing.add(messageId);
      const answered = await Promise.all(
        chosen.map(async (choice, at) => {
          await wait(draw() * withinMs, undefined, { ref: false });
          return pressOne(
            { person: studentOf(at), where, locale },
            messageId,
            buttons[choice] ?? '',
          );
        }),
      );
      pressing.delete(messageId);
      return { ok: true, pressed: answered.filter(Boolean).length };
    },
  };
}

const studentOf = (at: number): Person => ({
  id: `3130000000000000${String(at + 1).padStart(2, '0')}`,
  name: `Student ${at + 1} (simulated)`,
  role: 'student',
  roles: [],
});

/** What one person alone sees is nothing for a class: nobody else could press it. */
const isPublic = (message: StoredMessage, teacher: Person): boolean =>
  isVisible(message, teacher) && isVisible(message, studentOf(0));

const linesOf = ({ form }: StoredMessage): string[] =>
  allComponents(form)
    .flatMap(({ component }) =>
      component.type === ComponentType.TextDisplay ? component.content.split('\n') : [],
    )
    .filter((line) => line.trim() !== '');

/** The same question again: as many buttons, and most of its lines have been read before. */
const isSame = (last: Asked, lines: readonly string[], choices: number): boolean =>
  last.choices === choices &&
  lines.filter((line) => last.lines.includes(line)).length > lines.length / 2;
