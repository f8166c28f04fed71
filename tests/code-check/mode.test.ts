import { describe, expect, test } from 'vitest';
import { check, found, torchScript } from './scripts.ts';

const inferred = 'with torch.no_grad():\n    print(model(x))\n';

describe('the mode of a PyTorch model', () => {
  test('a prediction in training mode is found where it stands, with the layer that acts', () => {
    const { findings } = check(torchScript(inferred));
    expect(findings).toMatchObject([
      {
        rule: 'A1',
        page: 'dropout',
        when: 'call',
        sure: 'sure',
        place: { line: 15 },
        details: { other: { line: 7 } },
      },
    ]);
    expect(findings[0]?.fixes).toEqual([
      { place: { line: 15, endLine: 15 }, removes: 0, lines: ['    model.eval()'] },
    ]);
  });

  test('one eval() is enough for two predictions that follow each other, and not for one that may be skipped', () => {
    const evals = (tail: string) =>
      check(torchScript(tail)).findings.map(({ fixes }) => fixes.length);
    expect(evals(`${inferred}    print(model(x))\n`)).toEqual([1, 0]);
    expect(evals(`if x.sum() > 0:\n    print(model(x))\nprint(model(x))\n`)).toEqual([1, 1]);
  });

  test('after eval() nothing is found', () => {
    expect(found(torchScript(`model.eval()\n${inferred}`))).toEqual([]);
  });

  test('train() after eval() is named', () => {
    expect(found(torchScript(`model.eval()\nmodel.train()\n${inferred}`))).toEqual(['A2@17']);
  });

  test('a helper that returns model.eval() is followed', () => {
    expect(
      found(torchScript(`def ready(m):\n    return m.eval()\nnet = ready(model)\nprint(net(x))\n`)),
    ).toEqual([]);
  });

  test('an evaluation at the end of each epoch leaves eval mode behind', () => {
    const loop = `for epoch in range(3):
    model.train()
    loss = model(x).mean()
    loss.backward()
    model.eval()
    with torch.no_grad():
        print(model(x))
print(model(x))
`;
    expect(found(torchScript(loop))).toEqual([]);
  });

  test('a call that is trained on may be in training mode', () => {
    expect(
      found(torchScript('loss = model(x).mean()\nprint(loss.item())\nloss.backward()\n')),
    ).toEqual([]);
  });

  test('a model without dropout needs no eval(), and that is said', () => {
    const plain = torchScript(inferred).replace(', num_layers=2, dropout=0.2', '');
    expect(found(plain)).toEqual(['N4@15']);
  });
});
