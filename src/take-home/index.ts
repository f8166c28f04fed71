export { canTakeHome, takeHome, type TakeHomeOptions } from './take-home.ts';
export { install as tfjsInstall } from './tfjs.ts';
