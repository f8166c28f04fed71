import { gradientNorm } from './backward';
import * as at from './memory';

/** In memory, and read before the loop: V8 makes constants that are written in the code anew in each round. */
const betas = memory.data<f32>([0.9, 0.999]);
const epsilon = memory.data<f32>([1e-7]);

let isAdam: bool = true;
let learningRate: f32 = 0;
let clipNorm: f32 = Infinity;
let power1: f64 = 1;
let power2: f64 = 1;

/** Forgets the moments of an earlier training. `clip` infinite: no clipping. */
export function startTraining(adam: bool, rate: f32, clip: f32): void {
  isAdam = adam;
  learningRate = rate;
  clipNorm = clip;
  power1 = 1;
  power2 = 1;
  memory.fill(at.firstMoment, 0, <usize>at.weightCount << 2);
  memory.fill(at.secondMoment, 0, <usize>at.weightCount << 2);
}

/** Clips by the joint norm (Pascanu et al. 2013), then one step of Adam (Kingma & Ba 2015, algorithm 1) or SGD. */
export function update(): void {
  const norm = clipNorm < Infinity ? gradientNorm() : 0;
  const factor: f32 = norm > clipNorm ? clipNorm / norm : 1;
  if (isAdam) adam(factor);
  else descend(factor);
}

function descend(factor: f32): void {
  const step = f32x4.splat(learningRate * factor);
  for (let i = 0; i < at.weightCount; i += 4) {
    const place = <usize>i << 2;
    const change = f32x4.mul(step, v128.load(at.gradients + place));
    v128.store(at.weights + place, f32x4.sub(v128.load(at.weights + place), change));
  }
}

function adam(factor: f32): void {
  power1 *= <f64>load<f32>(betas);
  power2 *= <f64>load<f32>(betas, 4);
  const unbias1 = f32x4.splat(<f32>(1 / (1 - power1)));
  const unbias2 = f32x4.splat(<f32>(1 / (1 - power2)));
  const scale = f32x4.splat(factor);
  const rate = f32x4.splat(learningRate);
  const one = v128.load(at.ones);
  const beta1 = v128.load_splat<f32>(betas);
  const beta2 = v128.load_splat<f32>(betas, 4);
  const fresh1 = f32x4.sub(one, beta1);
  const fresh2 = f32x4.sub(one, beta2);
  const small = v128.load_splat<f32>(epsilon);
  const end = <usize>at.weightCount << 2;
  let place: usize = 0;
  do {
    const gradient = f32x4.mul(scale, v128.load(at.gradients + place));
    const first = f32x4.add(
      f32x4.mul(beta1, v128.load(at.firstMoment + place)),
      f32x4.mul(fresh1, gradient),
    );
    const second = f32x4.add(
      f32x4.mul(beta2, v128.load(at.secondMoment + place)),
      f32x4.mul(fresh2, f32x4.mul(gradient, gradient)),
    );
    v128.store(at.firstMoment + place, first);
    v128.store(at.secondMoment + place, second);
    const change = f32x4.div(
      f32x4.mul(rate, f32x4.mul(first, unbias1)),
      f32x4.add(f32x4.sqrt(f32x4.mul(second, unbias2)), small),
    );
    v128.store(at.weights + place, f32x4.sub(v128.load(at.weights + place), change));
    place += 16;
  } while (place < end);
}
