import { runOutputsCommand } from './outputs/command.ts';
import { start } from './demo/start.ts';

await start(runOutputsCommand);
