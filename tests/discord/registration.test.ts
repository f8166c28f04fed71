import { ApplicationCommandType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { commands, messageCommands } from '../../commands/index.ts';
import { apiCommands, type ApiCommand } from '../../src/discord/register.ts';
import { changedCommands } from '../../src/discord/registration.ts';

const wanted = apiCommands(commands, messageCommands);

/** As Discord gives a command back: with what it adds, and without what is false or empty. */
const kept = (command: ApiCommand): object => {
  const text = JSON.stringify(command, (key, value: unknown) => {
    if (value === false || (Array.isArray(value) && value.length === 0)) return undefined;
    return key === 'integration_types' && Array.isArray(value) ? value.toReversed() : value;
  });
  return {
    ...(JSON.parse(text) as object),
    id: '1',
    application_id: '2',
    version: '3',
    dm_permission: true,
    nsfw: false,
    ...(command.type === ApplicationCommandType.Message && {
      description: '',
      description_localizations: null,
    }),
  };
};
const registered = wanted.map(kept);

describe('what is registered already', () => {
  test('is not registered again, in whatever order Discord has it', () => {
    expect(changedCommands(wanted, registered.toReversed())).toEqual([]);
  });

  test('is all of it, where nothing is', () => {
    expect(changedCommands(wanted, [])).toHaveLength(wanted.length);
  });

  test.each<[string, (command: Record<string, unknown>) => void]>([
    ['a description', (command) => (command['description'] = 'another')],
    ['a translation', (command) => (command['name_localizations'] = { 'zh-CN': '另' })],
    ['who sees it', (command) => (command['default_member_permissions'] = '32')],
    ['where it can be used', (command) => (command['contexts'] = [0])],
    ['an option', (command) => (command['options'] = [])],
    [
      'the order of options',
      (command) => (command['options'] = (command['options'] as object[]).toReversed()),
    ],
    [
      'what an option asks for',
      (command) => Object.assign((command['options'] as object[])[0] ?? {}, { required: false }),
    ],
  ])('is registered again if %s has changed', (_what, change) => {
    const before = structuredClone(registered) as Record<string, unknown>[];
    const demo = before.find(({ name }) => name === 'demo');
    if (!demo) throw new Error('There is no /demo.');
    change(demo);
    expect(changedCommands(wanted, before)).toEqual(['/demo']);
  });

  test('is registered again if there is a command more', () => {
    expect(changedCommands(wanted, [...registered, { name: 'old', type: 3 }])).toEqual(['old']);
  });
});
