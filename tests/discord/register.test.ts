import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, test } from 'vitest';
import { commands, messageCommands } from '../../commands/index.ts';
import { withNumbers } from '../wire/contract/specification.ts';
import { toApiCommands, toApiMessageCommand } from '../../src/discord/register.ts';
import { openLibrary } from '../../src/library/index.ts';

const registered = toApiCommands(commands);

describe.each(registered)('/$name', (command) => {
  test('is what Discord’s own specification allows', () => {
    const specified = withNumbers(command);
    expect(ApplicationCommandCreateRequestSchema.safeParse(specified).error).toBeUndefined();
  });

  test('can be installed and used everywhere, or in servers alone: lessons, and what those who lead a server do', () => {
    const { integration_types: installed, contexts, default_member_permissions: who } = command;
    const inServers = { installed: [0], contexts: [0] };
    const manageGuild = '32';
    const expected: Record<string, object> = {
      // Discord can't show it to a role that the bot was told of, so everybody sees it.
      lesson: { ...inServers, who: undefined },
      misses: { ...inServers, who: manageGuild },
      settings: { ...inServers, who: manageGuild },
    };
    expect({ installed, contexts, who }).toEqual(
      expected[command.name] ?? { installed: [0, 1], contexts: [0, 1, 2], who: undefined },
    );
  });

  test('has names and descriptions that Discord takes, in every language', () => {
    for (const part of [command, ...(command.options ?? [])]) {
      const names = [part.name, ...Object.values(part.name_localizations ?? {})];
      const descriptions = [
        part.description,
        ...Object.values(part.description_localizations ?? {}),
      ];
      expect(names).toHaveLength(3);
      expect(descriptions).toHaveLength(3);
      for (const name of names) expect(name).toMatch(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u);
      for (const description of descriptions) {
        expect(String(description).length).toBeGreaterThan(0);
        expect(String(description).length).toBeLessThanOrEqual(100);
      }
    }
  });

  test('gives every option its own name in every language', () => {
    const options = command.options ?? [];
    for (const locale of ['zh-CN', 'zh-TW'] as const) {
      const names = options.map((option) => option.name_localizations?.[locale]);
      expect(new Set(names).size).toBe(options.length);
    }
  });

  test('asks for what is required first', () => {
    const required = (command.options ?? []).map((option) => option.required);
    expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
  });
});

test('no two commands share a name in any language', () => {
  for (const locale of ['zh-CN', 'zh-TW'] as const) {
    const names = registered.map((command) => command.name_localizations?.[locale]);
    expect(new Set(names).size).toBe(registered.length);
  }
  expect(new Set(registered.map(({ name }) => name)).size).toBe(registered.length);
});

test.each(messageCommands.map(toApiMessageCommand))('“$name” is what Discord allows', (command) => {
  expect(ApplicationCommandCreateRequestSchema.safeParse(command).error).toBeUndefined();
  const names = [command.name, ...Object.values(command.name_localizations ?? {})];
  expect(names).toHaveLength(3);
  for (const name of names) expect(String(name).length).toBeLessThanOrEqual(32);
});

test('what is called something in traditional Chinese was converted in the build: a start needs no tables for it', async () => {
  const opened = await openLibrary();
  const converted = new Set(opened.ok ? opened.library.traditional.values() : []);
  const calledSo = JSON.stringify([...registered, ...messageCommands.map(toApiMessageCommand)])
    .match(/(?<="zh-TW":")[^"]*/g)
    ?.map((text) => JSON.parse(`"${text}"`) as string);
  expect(calledSo?.length).toBeGreaterThan(20);
  expect(calledSo?.filter((text) => !converted.has(text))).toEqual([]);
});
