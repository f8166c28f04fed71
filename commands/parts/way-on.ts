import { seedFrom, type DemoParameters } from '../../src/demos/index.ts';
import type { PageId } from '../../src/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { ownerOf, valuesIn } from '../framework/action.ts';
import type { Press } from '../framework/context.ts';
import type { Button } from '../framework/reply.ts';
import type { Services } from '../framework/services.ts';
import { actions } from './actions.ts';

/** For somebody whose button it isn't: the same for themselves, as near as the message tells. */
export function wayOn(customId: string, press: Press, services: Services): Button {
  const { locale, customIds } = press;
  const { ask, causes, demo, triage } = wordsFor(locale).replies;
  const owner = ownerOf(press.userId, locale);
  const way = (label: string, id: string): Button => ({ label, style: 'primary', customId: id });

  for (const action of [actions.triage, actions.narrow]) {
    const [at] = valuesIn(action, [customId]);
    if (at) return way(triage.own, action.id(owner, at));
  }
  const parameters = demoIn(customId, press, services);
  if (parameters) {
    const own = { ...parameters, seed: seedFrom(press.id) };
    return way(demo.own, actions.rerunForAll.id(owner, { parameters: own }));
  }
  const page = pageIn(customIds);
  if (page) return way(ask.readAll(causes[page]), actions.readAll.id(owner, { page }));
  return way(triage.start, actions.triage.id(owner, { path: {}, preferred: [] }));
}

/** The demo that the message shows, or that runs. */
function demoIn(
  customId: string,
  { customIds }: Press,
  { running }: Services,
): DemoParameters | undefined {
  const [cancel] = valuesIn(actions.cancel, [customId]);
  if (cancel) return running.get(cancel.job)?.parameters;
  return [actions.newSeed, actions.rerun].flatMap((action) => valuesIn(action, customIds))[0]
    ?.parameters;
}

/** The page that the message names first. */
const pageIn = (customIds: readonly string[]): PageId | undefined =>
  customIds.flatMap((id) => [
    ...valuesIn(actions.readAll, [id]),
    ...valuesIn(actions.openFix, [id]),
    ...valuesIn(actions.turnTo, [id]),
    ...valuesIn(actions.notIt, [id]),
  ])[0]?.page;
