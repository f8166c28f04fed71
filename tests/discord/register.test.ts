import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { toApiCommand } from '../../src/discord/register.ts';

const registered = commands.map(toApiCommand);

describe.each(registered)('/$name', (command) => {
  test('is what Discord’s own specification allows', () => {
    expect(ApplicationCommandCreateRequestSchema.safeParse(command).error).toBeUndefined();
  });

  test('can be installed by servers and by people, and used everywhere', () => {
    expect(command.integration_types).toEqual([0, 1]);
    expect(command.contexts).toEqual([0, 1, 2]);
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
