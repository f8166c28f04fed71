import type { WireFile } from './index.ts';

const isV2 = 1 << 15;
export const text = (content: string) => ({ type: 10, content });
export const row = (...components: unknown[]) => ({ type: 1, components });
const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id,
  ...more,
});
export const container = (...components: unknown[]) => ({ type: 17, components });
const gallery = (url: string, description = 'alt') => ({
  type: 12,
  items: [{ media: { url }, description }],
});
export const select = (count: number, value = (at: number) => `v${at}`) => ({
  type: 3,
  custom_id: 's',
  options: many(count, (at) => ({ label: 'l', value: value(at) })),
});
export const many = <Item>(count: number, make: (at: number) => Item) =>
  Array.from({ length: count }, (_, at) => make(at));
export const long = (length: number) => 'x'.repeat(length);
const nobody = { parse: [] };
export const v2 = (...components: unknown[]) => ({
  flags: isV2,
  components,
  allowed_mentions: nobody,
});
export const file = (name: string, index = '0', size = 1): WireFile => ({
  index,
  name,
  bytes: new Uint8Array(size),
});
export const shown = { ...v2(gallery('attachment://a.png')), attachments: [{ id: '0' }] };
export const slash = (more: object = {}) => ({ name: 'demo', description: 'd', ...more });
export const option = (name: string, more: object = {}) => ({
  type: 3,
  name,
  description: 'd',
  ...more,
});

/** The path of the field that is named, and something wrong at it. */
export const planted: [what: string, body: unknown, path: string, files?: WireFile[]][] = [
  ['over 40 components', v2(container(...many(40, () => text('t')))), 'components'],
  ['over 4,000 characters', v2(text(long(2001)), container(text(long(2000)))), 'components'],
  ['one text over 4,000', v2(container(text(long(4001)))), 'components.0.components.0.content'],
  ['an empty text', v2(text('')), 'components.0.content'],
  ['a blank text', v2(text(' \n')), 'components.0.content'],
  ['a custom_id over 100', v2(row(button(long(101)))), 'components.0.components.0.custom_id'],
  [
    'a button without custom_id',
    v2(row(button('a', { custom_id: undefined }))),
    'components.0.components.0.custom_id',
  ],
  [
    'a custom_id twice',
    v2(row(button('a')), row(button('a'))),
    'components.1.components.0.custom_id',
  ],
  ['a label over 80', v2(row(button('a', { label: long(81) }))), 'components.0.components.0.label'],
  [
    'a button without words',
    v2(row(button('a', { label: ' ' }))),
    'components.0.components.0.label',
  ],
  [
    'a link without an address',
    v2(row(button('a', { style: 5 }))),
    'components.0.components.0.url',
  ],
  [
    'six buttons in a row',
    v2(row(...many(6, (at) => button(`b${at}`)))),
    'components.0.components',
  ],
  ['a menu beside a button', v2(row(select(1), button('a'))), 'components.0.components'],
  ['26 choices', v2(row(select(26))), 'components.0.components.0.options'],
  ['a choice twice', v2(row(select(2, () => 'v'))), 'components.0.components.0.options'],
  [
    'a colour that is none',
    v2({ ...container(text('t')), accent_color: 2 ** 24 }),
    'components.0.accent_color',
  ],
  ['content beside Components V2', { ...v2(text('t')), content: 'c' }, 'content'],
  ['Components V2 without their flag', { ...v2(text('t')), flags: 0 }, 'flags'],
  ['half a character', v2(text('a\uD800b')), 'components.0.content'],
  ['a component of no known type', v2({ type: 99 }), 'components.0'],
  ['a container in a container', v2(container(container(text('t')))), 'components.0.components.0'],
  ['a misspelt field', v2({ ...text('t'), contents: 'x' }), 'components.0.contents'],
  ['a field of another type', v2({ type: 10, content: 7 }), 'components.0.content'],
  ['no allowed_mentions', { ...v2(text('t')), allowed_mentions: undefined }, 'allowed_mentions'],
  [
    'pings by kind',
    { ...v2(text('t')), allowed_mentions: { parse: ['users'] } },
    'allowed_mentions.parse',
  ],
  [
    'pings of roles',
    { ...v2(text('t')), allowed_mentions: { parse: [], roles: ['1'] } },
    'allowed_mentions.roles',
  ],
  [
    'alt text over 1,024',
    { ...shown, ...v2(gallery('attachment://a.png', long(1025))) },
    'components.0.items.0.description',
    [file('a.png')],
  ],
  ['a picture that was not uploaded', shown, 'components.0.items.0.media.url', [file('b.png')]],
  [
    'a file that nothing shows',
    { ...v2(text('t')), attachments: [{ id: '0' }] },
    'files[0]',
    [file('a.png')],
  ],
  ['a file without an entry', v2(gallery('attachment://a.png')), 'files[0]', [file('a.png')]],
  [
    'an entry without a file',
    { ...shown, attachments: [{ id: '0' }, { id: '1' }] },
    'attachments.1.id',
    [file('a.png')],
  ],
  [
    'a file name Discord changes',
    { ...v2(gallery('attachment://a b.png')), attachments: [{ id: '0' }] },
    'files[0]',
    [file('a b.png')],
  ],
  [
    'two files of one name',
    { ...shown, attachments: [{ id: '0' }, { id: '1' }] },
    'files',
    [file('a.png'), file('a.png', '1')],
  ],
  ['files over 10 MiB', shown, 'files', [file('a.png', '0', 10 * 1024 * 1024 + 1)]],
];
