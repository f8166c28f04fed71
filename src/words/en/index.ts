export { chart } from './chart.ts';
export { replies } from './replies.ts';
export { stories } from './stories.ts';
