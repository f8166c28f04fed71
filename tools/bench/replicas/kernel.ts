// Trains replicas on Seedling's kernel, in a process of its own as a demo's child does. It answers the tasks of peers.py;
// instead of a job it takes the numbers of the first replica and of the first that is another's.
import { createInterface } from 'node:readline';
import { createEngine, type LstmWeights, type Training } from '../../../src/lstm/index.ts';
import { mean } from '../../../src/demos/index.ts';
import { drawReplicas } from './job.ts';

const engine = await createEngine('kernel');
let trainings: Training[] = [];
let trained: LstmWeights[] = [];

type Task = 'train' | 'loss' | { readonly replicas: readonly [from: number, to: number] };

function answer(task: Task): number | null {
  if (task === 'loss') return mean(trainings.map(lossOf));
  if (task === 'train') {
    const since = process.cpuUsage();
    trained = engine.trainAll(trainings);
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1e6;
  }
  const [from, to] = task.replicas;
  trainings = drawReplicas(to).slice(from);
  return null;
}

function lossOf({ windows, targets }: Training, run: number): number {
  const weights = trained[run];
  if (!weights) throw new Error('Nothing is trained yet.');
  const outputs = engine.predict(weights, windows);
  return mean([...targets].map((target, i) => ((outputs[i] ?? Number.NaN) - target) ** 2));
}

const print = (line: string) => void process.stdout.write(`${line}\n`);
print(process.versions.node);
for await (const line of createInterface({ input: process.stdin }))
  print(JSON.stringify(answer(JSON.parse(line) as Task)));
