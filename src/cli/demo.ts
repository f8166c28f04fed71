import { runDemoCommand } from './demo/command.ts';
import { start } from './demo/start.ts';

await start(runDemoCommand);
