/** A licence (its SPDX id), and why a package under it may be part of Seedling, which is under MIT. */
interface Allowed {
  readonly why: string;
  /** Only for what we make Seedling with, and hand on to nobody. */
  readonly makersOnly?: boolean;
}

const permissive = 'asks for nothing but its notice, which stays in the package';

export const allowed: Readonly<Record<string, Allowed>> = {
  MIT: { why: permissive },
  ISC: { why: permissive },
  'BSD-2-Clause': { why: permissive },
  'BSD-3-Clause': { why: permissive },
  'BlueOak-1.0.0': { why: permissive },
  '0BSD': { why: 'asks for nothing' },
  'Apache-2.0': { why: `${permissive}; it grants patents, too` },
  'OFL-1.1': {
    why: 'for fonts: they may be handed on with programs, and are not sold by themselves',
  },
  'MPL-2.0': {
    why: 'whoever changes a file of it and hands that on has to publish the change: we change none',
    makersOnly: true,
  },
};

/** Packages whose licence is not written as an SPDX id, and what they mean; read in the package's own text. */
export const readAs: Readonly<Record<string, string>> = {
  'discord-markdown-parser': 'Apache-2.0',
};
