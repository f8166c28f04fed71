import {
  fixedIn,
  marksOf,
  thingsIn,
  type Call,
  type Draw,
  type Facts,
  type ModelCall,
  type Thing,
  type Value,
} from '../facts/index.ts';

/** Calls for an output, not for learning; a place that is also trained on counts as training. */
export function inferenceCalls({ modelCalls }: Facts): ModelCall[] {
  const trained = placesTrained(modelCalls);
  return modelCalls.filter(
    ({ call, use }) =>
      use.reachesOutput && !trained.has(call.place.from) && !isStep(call.at.functions),
  );
}

/** Calls whose outputs are learned from. */
export const trainingCalls = ({ modelCalls }: Facts): ModelCall[] => {
  const trained = placesTrained(modelCalls);
  return modelCalls.filter(({ call }) => trained.has(call.place.from));
};

const placesTrained = (calls: readonly ModelCall[]): ReadonlySet<number> =>
  new Set(calls.filter(({ use }) => use.isTrainedOn).map(({ call }) => call.place.from));

/** Lightning switches the mode itself. */
const isStep = (functions: readonly string[]): boolean =>
  functions.some((name) => /^(training|validation|test|predict)_step$/.test(name));

/** An option that the text sets to this. */
export const isSet = (
  call: Call,
  name: string,
  value: string | number | boolean,
  position?: number,
): boolean => fixedIn(call.args.get(name, position)) === value;

/** Calls of the script whose path fits. */
export const callsOf = ({ calls }: Facts, pattern: RegExp): Call[] =>
  calls.filter(({ path }) => pattern.test(path));

/** The call at a place: of the layer, of the object that was made there. */
export const callAt = ({ calls }: Facts, { from }: { readonly from: number }): Call | undefined =>
  calls.find(({ place }) => place.from === from);

/** The draws that a value carries. */
export const drawsIn = (value: Value | null, { draws }: Facts): Draw[] =>
  (value ? marksOf(value) : []).flatMap((mark) => {
    const found = mark.of === 'random' ? draws[mark.id] : undefined;
    return found ? [found] : [];
  });

/** The object that a method is called on. */
export const ownerOf = ({ receiver }: Call): Thing | null =>
  receiver?.kind === 'object' ? receiver.thing : null;

/** What `callbacks=[...]` holds, and the like. */
export const objectsIn = (value: Value | null): Thing[] => (value ? thingsIn(value) : []);
