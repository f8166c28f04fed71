import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../../src/index.ts';
import { createServer } from '../../src/server.ts';
import { routesOf } from '../../src/wire/rest.ts';
import { call, form, identified, type Answer, type RawBot } from '../raw-bot.ts';
import { embed } from './bodies.ts';
import { examplesFor, type Example } from './examples.ts';
import { problemsOf } from './explain.ts';
import { nullsIn, withNull, type Path } from './nulls.ts';
import { specificationsOf } from './routes.ts';

let playground: Playground;
let bot: RawBot;
let examples: ReturnType<typeof examplesFor>;
beforeAll(async () => {
  playground = await startPlayground();
  bot = await identified(playground);
  examples = examplesFor(playground, bot);
});
afterAll(() => playground.close());

const send = async (method: string, { where, json, files }: Example, query = '') =>
  call(playground, method, `${await where()}${query}`, files ? form(json, ...files) : json);

/** Its routes are all that we ask of it. */
const nobody = createServer('127.0.0.1:1', { acknowledgeWithinMs: 1 });
const routes = routesOf(nobody).map(({ method, path }) => {
  const specifications = specificationsOf(method, path);
  const flags = specifications.flatMap(({ query }) =>
    Object.keys(query).filter((name) => query[name] === 'boolean'),
  );
  return { name: `${method} ${path}`, method, specifications, flags: [...new Set(flags)] };
});

/**
 * The specification lets these be null because another kind of button or menu has none; or the example is empty, or of
 * another kind, without them.
 */
const needed =
  /(\.custom_id|\.url|(^|\.)data|(^|\.)components|(^|\.)flags|\.fail_if_not_exists|^\d\.description|^2\.type|^type)$/;

describe.each(routes)('$name', ({ name, method, specifications, flags }) => {
  it('is a route of Discord’s, and answers in its shape', async () => {
    expect(specifications).not.toEqual([]);
    expect(examples[name] ?? []).not.toEqual([]);
    const queries = ['', ...flags.map((flag) => `?${flag}=true`)];
    for (const example of examples[name] ?? [])
      for (const { answers } of specifications)
        for (const query of queries) {
          const { status, body } = await send(method, example, query);
          expect(Object.keys(answers), JSON.stringify(body)).toContain(String(status));
          expect(problemsOf(answers[status], body)).toEqual([]);
        }
  });

  it('takes null wherever Discord takes it', async () => {
    const refused: string[] = [];
    for (const { body: schema } of specifications)
      for (const example of schema ? (examples[name] ?? []) : []) {
        const tell = async (...paths: Path[]) => {
          const json = paths.reduce(withNull, example.json);
          const { status, body } = await send(method, { ...example, json });
          return status < 300 ? [] : [`${paths.join(' ')}: ${JSON.stringify(body)}`];
        };
        const paths = schema ? nullsIn(schema, example.json) : [];
        const asked = paths.filter((path) => !needed.test(path.join('.')));
        // All of one depth at once, because that is quicker; one by one only where something is refused.
        for (const group of Object.values(groupByDepth(asked)))
          if ((await tell(...group)).length > 0)
            for (const path of group) refused.push(...(await tell(path)));
      }
    expect(refused).toEqual([]);
  });

  it('takes ids as numbers too', async () => {
    for (const example of examples[name] ?? []) {
      const asText = JSON.stringify(example.json ?? '');
      const asNumbers = asText.replaceAll(/"(\d{17,20})"/g, '$1');
      if (asNumbers === asText || example.files) continue;
      const { status, body } = await send(method, { ...example, json: asNumbers });
      expect(status, JSON.stringify(body)).toBeLessThan(300);
    }
  });

  it.each(flags)('takes %s in every form of a yes and a no', async (flag) => {
    const [example] = examples[name] ?? [];
    const ask = async (value: string) => outline(await send(method, example!, `?${flag}=${value}`));
    const [yes, no] = [await ask('true'), await ask('false')];
    for (const also of ['True', '1']) expect(await ask(also)).toEqual(yes);
    for (const also of ['False', '0']) expect(await ask(also)).toEqual(no);
    expect(await ask('maybe')).toMatchObject({ status: 400 });
  });
});

function groupByDepth(paths: readonly Path[]): Record<number, Path[]> {
  const groups: Record<number, Path[]> = {};
  for (const path of paths) (groups[path.length] ??= []).push(path);
  return groups;
}

/** What an answer is like: its status, and the names of its fields. */
const outline = ({ status, body }: Answer) => ({
  status,
  fields: Object.keys(Array.isArray(body) ? (body[0] as object) : body),
});

it('gives an embed back whole, its pictures resolved', async () => {
  const body = { embeds: [{ ...embed, image: { url: 'attachment://chart.png' } }] };
  const sent = await call(
    playground,
    'POST',
    '/channels/340000000000000001/messages',
    form(body, { name: 'chart.png' }),
  );
  const image = { url: expect.stringMatching(/^http:.*chart\.png/) };
  expect(sent.body).toMatchObject({ embeds: [{ ...embed, image }] });
});
