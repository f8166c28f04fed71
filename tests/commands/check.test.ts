import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { isDiffers, fitsWhen } from '../../commands/check/differs.ts';
import { quotedCode, harmlessReport } from '../../commands/check/quoted.ts';
import { reportReply } from '../../commands/check/report.ts';
import { isFlatPython, sentIn } from '../../commands/check/sent.ts';
import { sayUnfinished } from '../../commands/check/unfinished.ts';
import { createChecks, type SeenCode } from '../../commands/memory/checks.ts';
import { customIdsOf } from '../../commands/framework/reply.ts';
import { checkCode, diffOf, type CodeReport } from '../../src/code-check/index.ts';
import { problemsOf } from '../../src/discord/limits.ts';
import { locales } from '../../src/words/index.ts';
import { buttonsOf, fakeConversation, realServices, wordsOf } from './fake-conversation.ts';

const { content, pictures } = realServices();
const readerIn = (locale: (typeof locales)[number], isPrivate = true) => ({
  locale,
  owner: 'abc',
  isPrivate,
  content,
  pictures,
});

function seen(text: string, differs?: SeenCode['differs']): SeenCode {
  const asked = { content: text, fileName: 'train.py' };
  const checked = checkCode(asked);
  if (!checked.ok) throw new Error(checked.problem);
  const { report } = checked;
  return { kind: 'code', userId: '1', report, diff: diffOf(asked, report.findings), differs };
}

/** Many models, none of them seeded, all of them called in training mode. */
const long = [
  'import torch',
  'import torch.nn as nn',
  ...Array.from({ length: 12 }, (_, at) => [
    `net${at} = nn.Sequential(nn.Linear(3, 3), nn.Dropout(0.5))  # ${'x'.repeat(300)}`,
    `print(net${at}(torch.zeros(1, 3)).item())  # ${'y'.repeat(300)}`,
  ]).flat(),
].join('\n');

describe('a report', () => {
  test.each(locales)('fits into one message in %s, however much was found', (locale) => {
    for (const differs of [undefined, 'call', 'training'] as const) {
      const reply = reportReply(seen(long, differs), { id: '1', reader: readerIn(locale) });
      expect(problemsOf(reply)).toEqual([]);
      expect(reply.blocks.some(({ kind }) => kind === 'file')).toBe(true);
    }
  });

  test('asks what differs only where nobody said so', () => {
    const asks = (differs?: SeenCode['differs']) =>
      customIdsOf(reportReply(seen(long, differs), { id: '1', reader: readerIn('en') })).some(
        (id) => id.startsWith('check.differs:'),
      );
    expect([asks(), asks('call')]).toEqual([true, false]);
  });

  test('of clean code says so, and what remains', () => {
    const reply = reportReply(seen('import json\nprint(json.dumps({}))\n'), {
      id: '1',
      reader: readerIn('en'),
    });
    expect(wordsOf(reply)).toContain('I see nothing in this code');
    expect(wordsOf(reply)).toContain('a GPU');
  });

  test('for everybody can be deleted, and is not shown once more', () => {
    const labels = buttonsOf(
      reportReply(seen(long, 'call'), { id: '1', reader: readerIn('en', false) }),
    ).map(({ label }) => label);
    expect(labels).toContain('Delete this message');
    expect(labels).not.toContain('Show everyone');
  });
});

describe('somebody’s code in a message', () => {
  test.each([
    ['ends no block', ['a = "```"; b = "``` @everyone"'], /```/g],
    ['turns no direction', ['a = 1 \u202E # evil \u2066'], /[\u202E\u2066]/g],
    ['has no control characters', ['a\u0000b\u0007\r\u2028c'], /(?!\n)\p{Cc}|\u2028/gu],
  ])('%s', (_, lines, bad) => {
    const inside = quotedCode('python', lines).slice(9, -4);
    expect(inside.match(bad)).toBeNull();
  });

  test('is cut where it is long', () => {
    expect(quotedCode('python', ['x'.repeat(9_000)]).length).toBeLessThan(200);
    expect(
      quotedCode(
        'python',
        Array.from({ length: 99 }, () => 'x = 1'),
      ),
    ).toMatch(/\n…\n```$/);
  });

  test('gives names to sentences, and nothing else', () => {
    const report = {
      findings: [],
      notYourCause: [],
      cannotKnow: [
        { kind: 'files', names: ['utils', '`@everyone` [x](https://example.org)'] },
        { kind: 'seed-helper', name: 'set_seed`**', place: { line: 1, endLine: 1 } },
        { kind: 'gpu' },
      ],
    } as unknown as CodeReport;
    expect(harmlessReport(report).cannotKnow).toEqual([
      { kind: 'files', names: ['utils', 'everyone x(https//example.org)'] },
      { kind: 'seed-helper', name: 'set_seed', place: { line: 1, endLine: 1 } },
      { kind: 'gpu' },
    ]);
  });
});

describe('what a message holds', () => {
  const file = (name: string) => ({ name, size: 1, url: 'https://cdn.discordapp.com/x' });
  test.each([
    ['a script before a text', 'look', [file('a.txt'), file('train.PY')], 'train.PY', 'look'],
    ['a text, if there is no script', '', [file('notes.txt'), file('a.png')], 'notes.txt', ''],
  ])('%s', (_, text, files, name, rest) => {
    expect(sentIn({ text, files })).toMatchObject({
      kind: 'code',
      sent: { kind: 'file', file: { name } },
      rest,
    });
  });

  test('code between fences, and what else is said', () => {
    const text = 'why?\n```js\nconst a = 1;\n```\nand\n```\nlet b;';
    expect(sentIn({ text, files: [] })).toEqual({
      kind: 'code',
      sent: { kind: 'text', text: 'const a = 1;\n\nlet b;', name: 'message.ts' },
      rest: 'why? and',
    });
  });

  test('outputs in a file', () => {
    expect(sentIn({ text: '', files: [file('runs.npy')] })).toMatchObject({ kind: 'outputs' });
  });

  test('or nothing that is checked', () => {
    for (const text of ['', 'why does my lstm differ?', '`model.eval()`', '``````'])
      expect(sentIn({ text, files: [file('loss.png')] })).toBeUndefined();
  });

  test.each([
    ['import torch model = Net() model.load(1) print(model(x))', true],
    ['import torch\nmodel = Net()\nmodel.load(1)', false],
    ['const a = 1; function b() { return a; } for (const c of d) {}', false],
    ['x = 1', false],
  ])('%j is Python without its lines: %s', (text, is) => {
    expect(isFlatPython(text)).toBe(is);
  });
});

test('what was checked is remembered ten minutes, by its id and by its person, until they want it forgotten', () => {
  let now = 1;
  const checks = createChecks(10, { now: () => now });
  const one = seen('x = 1');
  checks.note('7', one);
  expect([checks.code('7'), checks.latestCode('1')]).toEqual([one, one]);
  expect([checks.outputs('7'), checks.latestOutputs('1'), checks.latestCode('2')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  checks.forget('1');
  expect(checks.code('7')).toBeUndefined();
  checks.note('7', one);
  now += 10 * 60_000 + 1;
  expect([checks.code('7'), checks.latestCode('1')]).toEqual([undefined, undefined]);
});

test('a check that came to no end has a sentence of its own', () => {
  const outcomes = [
    { kind: 'cancelled' },
    { kind: 'timed-out', seconds: 3 },
    { kind: 'busy', scope: 'user', waiting: 2 },
    { kind: 'unavailable', seconds: 4 },
    { kind: 'closed' },
    { kind: 'crashed', detail: 'secret' },
  ] as const;
  const said = locales.flatMap((locale) => outcomes.map((each) => sayUnfinished(each, locale)));
  expect(new Set(said).size).toBe(said.length);
  expect(said.join()).not.toContain('secret');
});

test('what differs is one of a few things, and each shows at its own time', () => {
  expect(isDiffers('call') && fitsWhen('later-call', 'call')).toBe(true);
  expect(isDiffers('toString')).toBe(false);
  expect(fitsWhen('retraining', 'call')).toBe(false);
});

test.each(['check code', 'check outputs'])('/%s without anything opens a form', async (name) => {
  const { conversation, forms, said } = fakeConversation({ locale: 'zh-TW' });
  await commands.find((each) => each.name === name)?.run({}, conversation, realServices());
  expect(said).toEqual([]);
  expect(forms.map(({ fields }) => fields.map(({ kind }) => kind))).toEqual([
    ['file', 'paragraph', 'choice'],
  ]);
});
