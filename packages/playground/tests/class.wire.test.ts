import {
  ButtonStyle,
  ComponentType,
  InteractionResponseType as Respond,
  MessageFlags,
} from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';
import { call, identified, type RawBot } from './raw-bot.ts';

let playground: Playground;
let bot: RawBot;

beforeEach(async () => {
  playground = await startPlayground();
  bot = await identified(playground);
});
afterEach(() => playground.close());

const row = (labels: readonly string[], style: number = ButtonStyle.Primary) => ({
  type: ComponentType.ActionRow,
  components: labels.map((label) => ({
    type: ComponentType.Button,
    style,
    label,
    custom_id: label,
  })),
});

async function post(text: string, ...rows: object[]): Promise<string> {
  const { body } = await call(playground, 'POST', '/channels/340000000000000001/messages', {
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: ComponentType.Container,
        components: [{ type: ComponentType.TextDisplay, content: text }, ...rows],
      },
    ],
  });
  return body.id ?? '';
}

/** Lets the class press, answers each in private, and gives what each chose, by their id. */
async function chosen(messageId: string): Promise<Map<string, string>> {
  const done = playground.driver.pressAsClass(messageId, { user: 'chen', withinMs: 0 });
  const buttons = new Map<string, string>();
  for (let number = 0; number < 50; number++) {
    const { id, token, data, member } = await bot.nextInteraction();
    if (data && 'custom_id' in data) buttons.set(member?.user.id ?? '', data.custom_id);
    await call(playground, 'POST', `/interactions/${id}/${token}/callback`, {
      type: Respond.ChannelMessageWithSource,
      data: { content: 'Thanks', flags: MessageFlags.Ephemeral },
    });
  }
  expect(await done).toEqual({ ok: true, pressed: 50 });
  return buttons;
}

describe('a class of 50', () => {
  it('presses, each once, the buttons of the first row in which all are blue', async () => {
    const lead = row(['Reveal', 'End'], ButtonStyle.Secondary);
    const votes = await chosen(await post('Why?', lead, row(['A', 'B', 'C'])));
    expect(votes.size).toBe(50);
    expect(new Set(votes.values())).toEqual(new Set(['A', 'B', 'C']));
  });

  it('is answered in private: a person of the channel sees none of that', async () => {
    await chosen(await post('Why?', row(['A', 'B'])));
    expect(playground.driver.messages('chen')).toHaveLength(1);
  });

  it('holds to most of its answers when it is asked the same again, and guesses anew at another question', async () => {
    const question = 'Same model?\n**A** yes\n**B** no\n**C** both';
    const first = await chosen(await post(question, row(['A', 'B', 'C'])));
    const again = `Vote again.\n${question}`;
    const second = await chosen(await post(again, row(['A2', 'B2', 'C2'])));
    const kept = [...first].filter(([id, button]) => second.get(id) === `${button}2`);
    expect(kept.length).toBeGreaterThan(25);
    const third = await chosen(
      await post('Trained twice?\n**A** 1\n**B** 2', row(['A', 'B', 'C'])),
    );
    const same = [...first].filter(([id, button]) => third.get(id) === button);
    expect(same.length).toBeLessThan(kept.length);
  });

  it.each([
    ['has no blue buttons', row(['Yes', 'No'], ButtonStyle.Secondary)],
    [
      'mixes them with others',
      {
        ...row([]),
        components: [
          ...row(['Check']).components,
          ...row(['More'], ButtonStyle.Secondary).components,
        ],
      },
    ],
  ])('has nothing to press where a row %s', async (_what, buttons) => {
    const messageId = await post('Why?', buttons);
    expect(await playground.driver.pressAsClass(messageId)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('no blue buttons'),
    });
  });
});
