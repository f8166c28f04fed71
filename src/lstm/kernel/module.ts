import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../root.ts';

/** A number that the module may change: here addresses in its memory, in bytes. */
type Address = WebAssembly.Global;

/** What `assembly/index.ts` exports; see there for what each means. */
export interface KernelModule {
  readonly memory: WebAssembly.Memory;
  readonly exchange: Address;
  readonly windows: Address;
  readonly targets: Address;
  readonly picked: Address;
  readonly inputMaskExchange: Address;
  readonly recurrentMaskExchange: Address;
  readonly hiddenExchange: Address;
  readonly cellExchange: Address;
  readonly outputs: Address;
  configure(
    features: number,
    units: number,
    timeSteps: number,
    batch: number,
    samples: number,
  ): void;
  loadWeights(): void;
  storeWeights(): void;
  loadRecurrentMask(): void;
  loadState(): void;
  storeState(): void;
  startTraining(isAdam: boolean, learningRate: number, clipNorm: number): void;
  run(isInputMasked: boolean): void;
  trainStep(isInputMasked: boolean, isCarrying: boolean): number;
}

/** Compiled from `assembly/` by `npm run build:kernel`, which `npm ci` runs too. */
const file = join(projectRoot, 'dist', 'kernel.wasm');

/** False where WebAssembly lacks what the module needs: SIMD, on old processors. Throws if the module was not built. */
export const isUsable = (): boolean => WebAssembly.validate(readKernel());

/** Throws where `isUsable` is false, or throws. */
export function instantiate(): KernelModule {
  const compiled = new WebAssembly.Module(readKernel());
  // The compiler can't know what a binary exports.
  return new WebAssembly.Instance(compiled).exports as unknown as KernelModule;
}

function readKernel(): Buffer<ArrayBuffer> {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`${file} is missing: run "npm run build:kernel".`, { cause: error });
  }
}
