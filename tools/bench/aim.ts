/** One aim, and how far we are. */
export interface Aim {
  readonly aim: string;
  /** Undefined if it can't be measured here. */
  readonly found: string | undefined;
  readonly isMet: boolean;
}

export function judge<Value>(
  aim: string,
  value: Value | undefined,
  judgement: (value: Value) => { found: string; isMet: boolean },
): Aim {
  return value === undefined
    ? { aim, found: undefined, isMet: false }
    : { aim, ...judgement(value) };
}

export const percent = (share: number): string => `${Math.round(100 * share)}%`;
