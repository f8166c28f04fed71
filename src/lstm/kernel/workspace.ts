import type { DropoutMask, LstmState, LstmWeights } from '../model.ts';
import { instantiate, type KernelModule } from './module.ts';

interface Sizes {
  readonly features: number;
  readonly units: number;
  readonly timeSteps: number;
  /** Sequences in a batch, at least 1. */
  readonly batch: number;
  /** Sequences in all. */
  readonly samples: number;
}

type Place = {
  [Name in keyof KernelModule]: KernelModule[Name] extends WebAssembly.Global ? Name : never;
}[keyof KernelModule];

/** In the order in which the module exchanges them. */
const partNames = ['kernel', 'recurrentKernel', 'bias', 'denseKernel', 'denseBias'] as const;

/** The module's memory, in the terms of the engine. */
export interface Workspace {
  readonly module: KernelModule;
  /** Must come first; forgets everything written before. */
  configure(sizes: Sizes): void;
  write(place: Place, values: Float32Array): void;
  read(place: Place, length: number): Float32Array;
  writeWeights(weights: LstmWeights): void;
  readWeights(): LstmWeights;
  /** Which sequences make the batch. */
  pick(samples: readonly number[]): void;
  useMasks(input: DropoutMask | undefined, recurrent: DropoutMask | undefined): void;
  useState(hidden: Float32Array | undefined, cell: Float32Array | undefined): void;
  /** Both [length]. */
  readState(length: number): LstmState;
}

export function openWorkspace(): Workspace {
  const module = instantiate();
  let sizes: Sizes = { features: 0, units: 0, timeSteps: 0, batch: 0, samples: 0 };
  const floats = (place: Place, length: number): Float32Array =>
    new Float32Array(module.memory.buffer, module[place].value, length);
  const write = (place: Place, values: Float32Array) => floats(place, values.length).set(values);
  const read = (place: Place, length: number) => floats(place, length).slice();

  return {
    module,
    write,
    read,
    configure(next) {
      sizes = next;
      module.configure(next.features, next.units, next.timeSteps, next.batch, next.samples);
    },
    writeWeights(weights) {
      let start = module.exchange.value;
      for (const name of partNames) {
        const part = weights[name];
        new Float32Array(module.memory.buffer, start, part.length).set(part);
        start += part.byteLength;
      }
      module.loadWeights();
    },
    readWeights() {
      module.storeWeights();
      const { features, units } = sizes;
      let start = module.exchange.value;
      const take = (length: number): Float32Array => {
        const part = new Float32Array(module.memory.buffer, start, length).slice();
        start += part.byteLength;
        return part;
      };
      // In the order of `partNames`.
      return {
        kernel: take(features * 4 * units),
        recurrentKernel: take(units * 4 * units),
        bias: take(4 * units),
        denseKernel: take(units),
        denseBias: take(1),
      };
    },
    pick(samples) {
      new Int32Array(module.memory.buffer, module.picked.value, samples.length).set(samples);
    },
    useMasks(input, recurrent) {
      if (input) write('inputMaskExchange', input);
      if (!recurrent) return;
      write('recurrentMaskExchange', recurrent);
      module.loadRecurrentMask();
    },
    useState(hidden, cell) {
      if (!hidden || !cell) return;
      write('hiddenExchange', hidden);
      write('cellExchange', cell);
      module.loadState();
    },
    readState(length) {
      module.storeState();
      return {
        hiddenState: read('hiddenExchange', length),
        cellState: read('cellExchange', length),
      };
    },
  };
}
