export type { Driver, By } from './driver.ts';
export type { Interaction, Acknowledgement } from './wire/interactions.ts';
export { startPlayground, type Playground, type PlaygroundSettings } from './playground.ts';
