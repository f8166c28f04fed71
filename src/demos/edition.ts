/**
 * Which edition of the demos this is: raised with every deliberate change of the bytes that any of them gives, so that a
 * replay code tells whether it was made by an older one. A test holds the bytes of every demo against it.
 */
export const edition = 2;

/** Who made a replay code, by the edition that it names; codes from before edition 2 name none. */
export type Origin = 'older' | 'same' | 'newer' | 'unmarked';

export function originOf({ edition: made }: { readonly edition?: number }): Origin {
  if (made === undefined) return 'unmarked';
  if (made === edition) return 'same';
  return made < edition ? 'older' : 'newer';
}
