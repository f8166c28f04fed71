import { runCompareCommand } from './compare/command.ts';
import { start } from './demo/start.ts';

await start(runCompareCommand);
