import { frameworkNames, frameworks, type Framework } from '../../src/evidence/index.ts';
import type { PageId, SectionId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import type { Button } from '../framework/reply.ts';
import { actions } from './actions.ts';
import { pageOf } from './causes.ts';
import type { Reader } from './reader.ts';

/** The part of a page that holds the fix in each framework. */
export const fixSections: Readonly<Record<Framework, SectionId>> = {
  pytorch: 'fix-pytorch',
  keras: 'fix-keras',
  tfjs: 'fix-tensorflowjs',
};

/** The one line of code that fixes it: in the reader's framework, in all three where that isn't known. */
export function fixLine(id: PageId, { locale, content, framework }: Reader): string {
  const { ask } = wordsFor(locale).replies;
  const { fix } = pageOf(content, locale, id);
  return framework
    ? ask.fixIn(frameworkNames[framework], fix[framework])
    : `-# ${frameworks.map((each) => ask.fixIn(frameworkNames[each], fix[each])).join(' · ')}`;
}

/** Below an answer each opens a page of the reader's own; on that page each turns to its fix. */
export const fixButtons = (
  page: PageId,
  { locale, owner }: Reader,
  { primary, turns = false }: { readonly primary: Framework | undefined; readonly turns?: boolean },
): Button[] => {
  const { ask } = wordsFor(locale).replies;
  const action = turns ? actions.turnToFix : actions.openFix;
  return frameworks.map((framework) => ({
    label: ask.fix(frameworkNames[framework]),
    style: framework === primary ? 'primary' : 'secondary',
    customId: action.id(owner, { page, framework }),
  }));
};
