import { wordsFor } from '../../src/words/index.ts';
import type { Button } from '../framework/reply.ts';
import { actions } from '../parts/actions.ts';
import type { Reader } from '../parts/reader.ts';
import { differences } from './differs.ts';

/** Opens the form for code. */
export const checkButton = ({ locale, owner }: Reader): Button => ({
  label: wordsFor(locale).replies.check.form.codeTitle,
  style: 'secondary',
  customId: actions.sendCode.id(owner, {}),
});

/** The same, for code that did not arrive as it should. */
export const sendButton = ({ locale, owner }: Reader): Button => ({
  label: wordsFor(locale).replies.check.form.open,
  style: 'primary',
  customId: actions.sendCode.id(owner, {}),
});

/** Beside an answer to a message that holds code. */
export const checkThisButton = ({ locale, owner }: Reader): Button => ({
  label: wordsFor(locale).replies.check.checkThis,
  style: 'primary',
  customId: actions.checkThis.id(owner, {}),
});

/** Shows a private result to everybody, once more. */
export const showButton = (check: string, { locale, owner }: Reader): Button => ({
  label: wordsFor(locale).replies.check.showEveryone,
  style: 'secondary',
  customId: actions.showCheck.id(owner, { check }),
});

export const differsButtons = (check: string, { locale, owner }: Reader): Button[] =>
  differences.map((differs) => ({
    label: wordsFor(locale).replies.check.differs[differs],
    style: 'secondary',
    customId: actions.whatDiffers.id(owner, { check, differs }),
  }));

/** Did one trained model give all runs? */
export const trainedButtons = (check: string, { locale, owner }: Reader): Button[] =>
  (['once', 'each'] as const).map((trained) => ({
    label: wordsFor(locale).outputs.trained.answers[trained],
    style: 'secondary',
    customId: actions.whereFrom.id(owner, { check, trained }),
  }));

/** The file read the other way round. */
export const rowsButton = (
  check: string,
  rows: 'runs' | 'values',
  { locale, owner }: Reader,
): Button => {
  const { rowsAreRuns, rowsAreValues } = wordsFor(locale).replies.check;
  return {
    label: rows === 'runs' ? rowsAreRuns : rowsAreValues,
    style: 'secondary',
    customId: actions.whatRows.id(owner, { check, rows }),
  };
};
