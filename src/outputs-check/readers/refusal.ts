/** Why a file can't be read. Plain data: src/words puts each into one sentence. */
export type Refusal =
  | { readonly kind: 'tooBig'; readonly megabytes: number }
  | {
      readonly kind: 'empty' | 'unknownFormat' | 'noNumbers' | 'elided' | 'oneRun' | 'decimalComma';
    }
  | { readonly kind: 'notANumber'; readonly text: string; readonly line?: number }
  | { readonly kind: 'ragged'; readonly run: number; readonly has: number; readonly others: number }
  | { readonly kind: 'tooMany'; readonly runs: number; readonly values: number }
  | { readonly kind: 'brokenJson' | 'tooDeep' | 'unlikelyJson' }
  | { readonly kind: 'brokenNpy' | 'pickle' }
  | { readonly kind: 'dtype'; readonly dtype: string }
  | { readonly kind: 'brokenZip' | 'zipBomb' | 'noArrays' }
  | { readonly kind: 'tooManyArrays'; readonly most: number };

export type Read<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly refusal: Refusal };

export const done = <Content>(content: Content): Read<Content> => ({ ok: true, content });

export const refuse = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});
