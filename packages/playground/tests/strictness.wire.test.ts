import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';
import { codesOf } from './errors.ts';
import { call, form } from './raw-bot.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.close());

const messages = '/channels/340000000000000001/messages';
const post = (body: unknown) => call(playground, 'POST', messages, body);

const v2 = (...components: unknown[]) => ({ flags: MessageFlags.IsComponentsV2, components });
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const row = (...components: unknown[]) => ({ type: ComponentType.ActionRow, components });
const button = (custom_id: string, label = 'Go') => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  custom_id,
  label,
});
const buttons = (count: number) =>
  row(...Array.from({ length: count }, (_, at) => button(`b${at}`)));
const option = (value: string, label = value) => ({ label, value });
const select = (options: unknown[]) =>
  row({ type: ComponentType.StringSelect, custom_id: 's', options });
const gallery = (url: string, description?: string) => ({
  type: ComponentType.MediaGallery,
  items: [{ media: { url }, ...(description !== undefined && { description }) }],
});
const container = (...components: unknown[]) => ({ type: ComponentType.Container, components });
const many = <Item>(count: number, make: (at: number) => Item) =>
  Array.from({ length: count }, (_, at) => make(at));
const long = (length: number) => 'x'.repeat(length);

const chart = { name: 'chart.png' };

describe('a message Discord would refuse is refused, with the path of what is wrong', () => {
  const cases: [name: string, body: () => unknown, path: string, code: string][] = [
    [
      'over 40 components, nested ones counted',
      () => v2(container(...many(40, (at) => text(`t${at}`)))),
      'components',
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      'over 4,000 characters of text together',
      () => v2(text(long(2001)), container(text(long(2000)))),
      'components',
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    [
      'content beside Components V2',
      () => ({ ...v2(text('a')), content: 'b' }),
      'content',
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'embeds beside Components V2',
      () => ({ ...v2(text('a')), embeds: [{ title: 'b' }] }),
      'embeds',
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'Components V2 without their flag',
      () => ({ components: [text('a')] }),
      'components.0.type',
      'BASE_TYPE_CHOICES',
    ],
    ['an empty text', () => v2(text(' ')), 'components.0.content', 'BASE_TYPE_MIN_LENGTH'],
    ['content over 2,000', () => ({ content: long(2001) }), 'content', 'BASE_TYPE_MAX_LENGTH'],
    [
      'a custom_id over 100',
      () => v2(row(button(long(101)))),
      'components.0.components.0.custom_id',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'the same custom_id twice',
      () => v2(row(button('a')), container(row(button('a')))),
      'components.1.components.0.components.0.custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a label over 80',
      () => v2(row(button('a', long(81)))),
      'components.0.components.0.label',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a button without a label',
      () => v2(row(button('a', ''))),
      'components.0.components.0',
      'BUTTON_COMPONENT_LABEL_REQUIRED',
    ],
    [
      'six buttons in a row',
      () => v2(buttons(6)),
      'components.0.components',
      'BASE_TYPE_BAD_LENGTH',
    ],
    ['an empty row', () => v2(row()), 'components.0.components', 'BASE_TYPE_BAD_LENGTH'],
    [
      'a button beside a menu',
      () => v2(row(...select([option('a')]).components, button('b'))),
      'components.0.components',
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      '26 choices in a menu',
      () => v2(select(many(26, (at) => option(`o${at}`)))),
      'components.0.components.0.options',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a choice over 100',
      () => v2(select([option('a', long(101))])),
      'components.0.components.0.options.0.label',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'the same choice twice',
      () => v2(select([option('a'), option('a')])),
      'components.0.components.0.options',
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'alt text over 1,024',
      () => form(v2(gallery('attachment://chart.png', long(1025))), chart),
      'components.0.items.0.description',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'alt text of an attachment over 1,024',
      () =>
        form(
          {
            ...v2(gallery('attachment://chart.png')),
            attachments: [{ id: 0, description: long(1025) }],
          },
          chart,
        ),
      'attachments.0.description',
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a picture that was not uploaded',
      () => form(v2(gallery('attachment://other.png')), chart),
      'components.0.items.0.media.url',
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a file that no component shows',
      () => form(v2(text('a')), chart),
      'attachments.0',
      'MESSAGE_ATTACHMENT_NOT_PLACED',
    ],
    [
      'the description of a file that is not there',
      () => form({ content: 'a', attachments: [{ id: 3, description: 'b' }] }, chart),
      'attachments.0.id',
      'MESSAGE_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a colour that is none',
      () => v2({ ...container(text('a')), accent_color: 0x1000000 }),
      'components.0.accent_color',
      'NUMBER_TYPE_MAX',
    ],
    [
      'users allowed both by kind and by id',
      () => ({ content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } }),
      'allowed_mentions.parse',
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    ['a field of another type', () => ({ content: 7 }), 'content', 'BASE_TYPE_CHOICES'],
  ];

  it.each(cases)('%s', async (_, body, path, code) => {
    const before = playground.driver.messages().length;
    const { status, body: answer } = await post(body());
    expect({ status, code: answer.code, message: answer.message }).toEqual({
      status: 400,
      code: 50035,
      message: 'Invalid Form Body',
    });
    expect(codesOf(answer.errors)).toHaveProperty([path], [code]);
    expect(playground.driver.messages()).toHaveLength(before);
  });

  it.each([
    ['nothing at all', {}],
    ['only spaces', { content: '  \n ' }],
    ['Components V2 without components', v2()],
  ])('%s is an empty message', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { code: 50006 } });
  });
});

describe('a message at the limits is taken', () => {
  it.each([
    ['40 components', () => v2(container(...many(39, (at) => text(`t${at}`))))],
    ['4,000 characters', () => v2(text(long(4000)))],
    ['5 buttons in a row', () => v2(buttons(5))],
    ['25 choices of 100', () => v2(select(many(25, (at) => option(`o${at}`, long(100)))))],
    ['a custom_id of 100', () => v2(row(button(long(100), long(80))))],
    ['a picture', () => form(v2(gallery('attachment://chart.png', long(1024))), chart)],
  ])('%s', async (_, body) => {
    expect(await post(body())).toMatchObject({ status: 200, body: { id: expect.any(String) } });
  });
});
