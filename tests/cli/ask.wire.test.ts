import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAskCommand } from '../../src/cli/ask/command.ts';
import { openLibrary } from '../../src/library/index.ts';
import { projectRoot } from '../../src/root.ts';

const opened = await openLibrary();
if (!opened.ok) throw new Error(opened.problems.join('\n'));
const { library } = opened;

/** A ranking of all pages that stand for themselves, this one first. */
const ranked = (first: string) => [
  { id: first },
  ...Array.from({ length: 9 }, () => expect.anything() as object),
];

async function ask(args: string[], input?: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await runAskCommand(args, library, {
    print: (text) => printed.push(text),
    complain: (line) => complaints.push(line),
    lines:
      input &&
      async function* () {
        yield* input;
      },
  });
  return { code, printed, complaints };
}

describe('the ask command', () => {
  it('names the cause, its one-line answer and how to see it', async () => {
    const { code, printed } = await ask(['I forgot model.eval() and the output changes']);
    expect(code).toBe(0);
    expect(printed.join()).toMatch(
      /1\. Dropout left on \(dropout\)\n.+inference mode.+\n.+npm run -s demo -- dropout/,
    );
  });

  it('asks for the weights when that decides', async () => {
    const { printed } = await ask(['why does my lstm give different results?']);
    expect(printed.join()).toContain('same saved weights, or did you train again?');
  });

  it('says what a word means that is asked for, and which pages go on', async () => {
    const { printed } = await ask(['what is a seed?']);
    expect(printed.join()).toMatch(/^Seed\n.+random generator.+\nPages that go on: .+ · .+$/);
  });

  it('shows the page on what is asked next, as the bot does', async () => {
    const { printed } = await ask(['I set the seed but the result still differs. why?']);
    expect(printed.join()).toContain(
      library.content.followUps.get('en')?.get('seed-still-differs')?.title,
    );
  });

  it("says that it doesn't know, and how to ask better", async () => {
    const { code, printed } = await ask(['what is the capital of france']);
    expect(code).toBe(0);
    expect(printed.join()).toMatch(/^I don't know\..+\nSay what you call/);
  });

  it('prints one JSON a line for the questions on standard input, and skips empty lines', async () => {
    const { code, printed } = await ask(
      ['--json'],
      ['forgot model.eval()', '', '学习率不同结果就不同吗'],
    );
    expect(code).toBe(0);
    const answers = printed.map((line): unknown => JSON.parse(line));
    expect(answers).toMatchObject([
      { question: 'forgot model.eval()', causes: ranked('dropout') },
      {
        question: '学习率不同结果就不同吗',
        causes: ranked('hyperparameters'),
      },
    ]);
    for (const line of printed)
      expect(Object.keys(JSON.parse(line))).toEqual(['question', 'verdict', 'causes', 'evidence']);
  });

  it.each(['zh-CN', 'zh-TW'])('speaks %s', async (lang) => {
    const { printed } = await ask(['忘了写 model.eval() 结果会变吗', '--lang', lang]);
    expect(printed.join()).toContain(
      lang === 'zh-CN' ? '推理时 dropout 没关' : '推論時 dropout 沒關',
    );
  });

  it.each([
    ['no question', [], /^Ask one question in quotes/],
    ['an empty question', ['  '], /^Ask one question in quotes/],
    [
      'a question without quotes',
      ['why', 'is', 'this'],
      /^Put the whole question in one pair of quotes/,
    ],
    ['an unknown option', ['why', '--loud'], /--loud.+See --help\.$/],
    ['an unknown language', ['why', '--lang', 'fr'], /^--lang must be one of en, zh-CN, zh-TW\.$/],
  ])('refuses %s in one line', async (_what, args, sentence) => {
    const { code, printed, complaints } = await ask(args);
    expect({ code, printed }).toEqual({ code: 2, printed: [] });
    expect(complaints).toEqual([expect.stringMatching(sentence)]);
  });

  it('works as a process: the answer on standard output, nothing else', () => {
    const child = spawnSync(
      process.execPath,
      [join(projectRoot, 'dist/src/cli/ask.js'), '--json'],
      { cwd: projectRoot, input: 'forgot model.eval()\n', encoding: 'utf8' },
    );
    expect(child.stderr).toBe('');
    expect(child.status).toBe(0);
    expect(JSON.parse(child.stdout)).toMatchObject({
      causes: ranked('dropout'),
    });
  });
});
