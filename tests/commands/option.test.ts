import { expect, test } from 'vitest';
import { file, oneOf } from '../../commands/framework/option.ts';
import { sayFileProblem } from '../../commands/parts/files.ts';
import type { FileProblem } from '../../src/attachments/index.ts';
import { toApiCommands } from '../../src/discord/register.ts';
import { defineCommand } from '../../commands/framework/command.ts';
import { locales } from '../../src/words/index.ts';

const csv = {
  name: 'runs.csv',
  size: 9,
  url: 'https://cdn.discordapp.com/attachments/1/2/runs.csv',
};

test('a file is taken where a file is asked for, and a choice where it is one of ours', () => {
  expect(file(['.csv']).read(csv)).toEqual({ value: csv });
  expect(file(['.csv']).read(undefined)).toEqual({ value: undefined });
  expect(file(['.csv']).read('runs.csv')).toBeUndefined();
  expect(oneOf(['call', 'training']).read('call')).toEqual({ value: 'call' });
  for (const forged of ['other', 1, csv])
    expect(oneOf(['call', 'training']).read(forged)).toBeUndefined();
});

test('both are registered as Discord wants them, the choices in every language', () => {
  const words = {
    name: 'check',
    description: 'd',
    options: {
      file: { name: 'file', description: 'd' },
      differs: { name: 'differs', description: 'd', choices: { call: 'Each call' } },
    },
  };
  const command = defineCommand({
    name: 'check',
    words: () => words,
    options: { file: file(['.csv', '.npy']), differs: oneOf(['call']) },
    execute: async () => {},
  });
  expect(toApiCommands([command])[0]?.options).toMatchObject([
    { type: 11, name: 'file', file_types: ['.csv', '.npy'] },
    {
      type: 3,
      name: 'differs',
      choices: [
        {
          name: 'Each call',
          name_localizations: { 'zh-CN': 'Each call', 'zh-TW': 'Each call' },
          value: 'call',
        },
      ],
    },
  ]);
});

test('each reason why a file can’t be read is a sentence of its own, in every language', () => {
  const problems: FileProblem[] = [
    { kind: 'too-large', most: 4_000_000 },
    { kind: 'elsewhere' },
    { kind: 'gone' },
    { kind: 'too-slow', seconds: 10 },
    { kind: 'unreachable' },
  ];
  const said = locales.flatMap((locale) => problems.map((each) => sayFileProblem(each, locale)));
  expect(new Set(said).size).toBe(said.length);
  expect(said.filter((one) => one.includes('4 MB'))).toHaveLength(3);
});
