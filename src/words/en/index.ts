export { askCli } from './ask-cli.ts';
export { chart } from './chart.ts';
export { demoCli } from './demo-cli.ts';
export { replies } from './replies.ts';
export { stories } from './stories.ts';
