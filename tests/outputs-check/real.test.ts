import { expect, test } from 'vitest';
import { createEngine } from '../../src/lstm/index.ts';
import { judge } from '../../tools/eval-outputs/measure.ts';
import { makers } from '../../tools/eval-outputs/makers.ts';

/** Its jumps to and fro have no order that anybody could find; `npm run -s eval:outputs` counts how often it is missed. */
const hopeless = 'the same at a high learning rate';
const engine = await createEngine('kernel');

test.each(makers.filter(({ name }) => name !== hopeless))(
  'a file of a real LSTM is recognised, or what it lacks is said: $name',
  async (maker) => {
    const { outcome, file, check } = await judge(engine, maker, 'quick-0');
    const { runs, values } = file;
    expect(outcome, `${runs} x ${values}: ${check.signature}`).not.toBe('wrong');
    expect(check).toMatchObject({ runs, values });
  },
);
