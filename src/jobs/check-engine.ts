import { runDemo } from '../demos/index.ts';
import { nativeProblem, type Engine } from '../lstm/index.ts';
import { reasonOf, type CheckTask, type EngineChecked } from './check.ts';

/** The quickest demo. */
const parameters = { cause: 'dropout', variant: 'inference', runs: 2, seed: 'check' } as const;

type Open = (choice: CheckTask['engine']) => Promise<Engine>;

/** Trains a small demo, and says whether that works. */
export async function checkEngine({ engine }: CheckTask, open: Open): Promise<EngineChecked> {
  try {
    const result = await runDemo(await open(engine), parameters);
    const found = `${result.engine} trains and runs LSTMs`;
    const detail = [found, nativeProblem()].filter(Boolean).join('. ');
    return { check: { what: 'engine', works: true, detail }, result };
  } catch (error) {
    const detail = `LSTM_ENGINE=${engine}: ${reasonOf(error)}`;
    return { check: { what: 'engine', works: false, detail } };
  }
}
