import { describe, expect, it } from 'vitest';
import { readRequest } from '../../../tools/new/request.ts';

describe('npm run new refuses in a sentence', () => {
  it.each([
    [['topic', 'dropout'], 'There is a page or demo "dropout" already.'],
    [['page', 'is-it-a-bug'], 'There is a page or demo "is-it-a-bug" already.'],
    [['page', 'butterfly'], 'There is a page or demo "butterfly" already.'],
    [['lesson', 'last-bit'], 'There is a lesson "last-bit" already.'],
    [['variant', 'dropout/training'], 'dropout has a variant "training" already.'],
    [['variant', 'gpu-kernels/slow'], 'There is no cause "gpu-kernels" with a demo.'],
  ])('%j', (args, problem) => {
    expect(readRequest(args)).toEqual({ ok: false, problem });
  });

  it.each([
    [['topic', 'Early Stopping']],
    [['topic', 'early-stopping/twice']],
    [['variant', 'dropout']],
    [['page', 'early-', 'stopping']],
    [['recipe', 'early-stopping']],
    [[]],
  ])('%j, and says how it is used', (args) => {
    expect(readRequest(args)).toEqual({
      ok: false,
      problem: expect.stringMatching(/^Usage: npm run new -- page <id>/),
    });
  });
});
