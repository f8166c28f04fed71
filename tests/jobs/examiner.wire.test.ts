import { afterAll, expect, test } from 'vitest';
import { createExaminer } from '../../src/jobs/index.ts';
import { collectLog } from '../log.ts';
import { descendantsOf } from '../wire/descendants.ts';

const { log, lines } = collectLog();
const examiner = createExaminer({ log, deadlineSeconds: 60 });
const inAHurry = createExaminer({ log, deadlineSeconds: 0.001 });
afterAll(() => Promise.all([examiner.close(), inAHurry.close()]));

const code = {
  content: 'import torch.nn as nn\nmodel = nn.LSTM(1, 8, dropout=0.5)\n',
  fileName: 'train.py',
};

test('code and outputs are looked through in a child, the chart with them', async () => {
  const script = await examiner.code(code).outcome;
  expect(script).toMatchObject({
    kind: 'done',
    result: { kind: 'code', checked: { ok: true, report: { language: 'python' } } },
  });
  const bytes = Buffer.from('1,2,3\n1,2,3\n1,2,3\n');
  const runs = await examiner.outputs({ bytes, told: {}, locale: 'zh-TW' }).outcome;
  expect(runs).toMatchObject({
    kind: 'done',
    result: { checked: { ok: true, check: { runs: 3, signature: 'identical' } } },
  });
  const png = runs.kind === 'done' && runs.result.checked.ok && runs.result.checked.png;
  expect(png && Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
});

test('what takes too long ends, and the next one works', async () => {
  expect(await inAHurry.code(code).outcome).toEqual({ kind: 'timed-out', seconds: 0.001 });
  expect(await examiner.code(code).outcome).toMatchObject({ kind: 'done' });
});

test('a child that dies costs its own job alone, and the log says nothing of what was in it', async () => {
  const secret = 'Qzxj7Wv';
  const content = `${secret} = 1\n`.repeat(10_000);
  const job = examiner.code({ content, fileName: `${secret}.py` });
  for (const pid of descendantsOf(process.pid)) process.kill(pid, 'SIGKILL');
  expect(await job.outcome).toMatchObject({ kind: 'crashed' });
  expect(await examiner.code(code).outcome).toMatchObject({ kind: 'done' });
  expect(lines.join('\n')).toContain('A job crashed.');
  expect(lines.join('\n')).not.toContain(secret);
});

test('one person may have two waiting', async () => {
  const by = { by: { user: 'ada' } };
  const jobs = Array.from({ length: 4 }, () => examiner.code(code, by));
  expect(jobs.map(({ refusal }) => refusal?.kind)).toEqual([
    undefined,
    undefined,
    undefined,
    'busy',
  ]);
  await Promise.all(jobs.map(({ outcome }) => outcome));
});
