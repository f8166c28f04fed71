import { askCli } from './ask-cli.ts';
import { chart } from './chart.ts';
import { checkCli } from './check-cli.ts';
import { code } from './code.ts';
import { compareCli } from './compare-cli.ts';
import { demoCli } from './demo-cli.ts';
import { diagrams } from './diagrams.ts';
import { evidence } from './evidence.ts';
import { outputsCli } from './outputs-cli.ts';
import { outputs } from './outputs.ts';
import { own } from './own.ts';
import { phrases } from './phrases.ts';
import { replies } from './replies.ts';
import { comparisons } from './stories.ts';
import { studies } from './studies.ts';
import { takeHome } from './take-home.ts';

export const english = {
  askCli,
  chart,
  checkCli,
  code,
  compareCli,
  comparisons,
  demoCli,
  diagrams,
  evidence,
  outputs,
  outputsCli,
  own,
  phrases,
  replies,
  studies,
  takeHome,
};

/** What a language says: English is the pattern of the others. */
export type Language = typeof english;
