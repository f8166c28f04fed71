import { causeIds, type CauseId } from '../../src/ids.ts';
import { checkParameters, runDemo } from '../../src/demos/index.ts';
import type { Engine, EngineName } from '../../src/lstm/index.ts';
import { summarise, time, timeInTurn, type Effort, type Repeat, type Timing } from './timing.ts';
import type { Field } from './engines.ts';

/** A demo at its defaults, in this process: trained and measured, but not drawn. */
export interface DemoEntry extends Timing {
  readonly what: 'demo';
  readonly cause: CauseId;
  readonly engine: EngineName;
}

/** Every cause on the kernel; one of them on TensorFlow.js too, fewer times. */
export async function measureDemos(
  field: Field,
  effort: Effort,
  slowRounds: number,
): Promise<DemoEntry[]> {
  const entries: DemoEntry[] = [];
  const kernel = field.engines.get('kernel');
  if (kernel) {
    const runs = new Map(causeIds.map((cause) => [cause, repeatDemo(kernel, { cause })]));
    for (const [cause, timing] of await timeInTurn(runs, effort))
      entries.push({ what: 'demo', cause, engine: 'kernel', ...timing });
  }
  const slow = field.engines.get('tfjs-wasm');
  if (slow && slowRounds > 0) {
    const cause = 'initial-weights';
    const repeat = repeatDemo(slow, { cause });
    const times: number[] = [];
    for (let round = 0; round < slowRounds; round++) times.push(await repeat(1));
    entries.push({ what: 'demo', cause, engine: slow.name, ...summarise(times) });
  }
  return entries;
}

/** Each time with another seed. */
export function repeatDemo(
  engine: Engine,
  input: { readonly cause: CauseId; readonly runs?: number },
): Repeat {
  let seed = 0;
  return async (count) => {
    const milliseconds = await time(async () => {
      for (let i = 0; i < count; i++) {
        const checked = checkParameters({ ...input, seed: String(seed++) });
        if (!checked.ok) throw new Error(`There is no demo ${JSON.stringify(input)}.`);
        await runDemo(engine, checked.parameters);
      }
    });
    return milliseconds / count;
  };
}
