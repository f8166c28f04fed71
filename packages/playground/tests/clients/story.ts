import { setTimeout } from 'node:timers/promises';
import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Playground } from '../../src/index.ts';

/** What the bots of this folder can do, each in its client's own way; the test is the same for all. */
export const story: Readonly<Record<string, (playground: Playground) => Promise<void>>> = {
  async 'answers a slash command with an embed and a file'({ driver }) {
    const { acknowledgement } = await driver.runCommand('hello', { name: 'Ada' });
    const message = find(driver.messages(), acknowledgement?.messageId);
    expect(message.embeds).toMatchObject([
      { title: 'Hello Ada', fields: [{ name: 'runs', value: '10' }], footer: { text: 'by a bot' } },
    ]);
    const file = await fetch(message.attachments[0]?.url ?? '');
    expect(await file.text()).toBe('ten runs');
  },
  async 'shows Components V2, and edits them at the press of a button'({ driver }) {
    const { acknowledgement } = await driver.runCommand('panel');
    const { id, flags } = find(driver.messages(), acknowledgement?.messageId);
    expect((flags ?? 0) & MessageFlags.IsComponentsV2).not.toBe(0);
    await driver.press(id, 'count');
    const edited = find(driver.messages(), id);
    expect(JSON.stringify(edited.components)).toContain('Pressed once');
  },
  async 'opens a form, answers what was written, and follows up in private'({ driver }) {
    const opener = await driver.runCommand('form');
    expect(opener.acknowledgement?.modal).toMatchObject({ title: 'A form' });
    // A client keeps a form once Discord has taken it, which is sooner than anybody fills it in.
    await setTimeout(250);
    const { acknowledgement } = await driver.submitModal(opener, { answer: '42' });
    expect(find(driver.messages(), acknowledgement?.messageId).content).toBe('You wrote 42');
    const followUp = await driver.waitFor((messages) =>
      messages.find(({ content }) => content === 'Thanks'),
    );
    expect((followUp.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0);
  },
  async 'thinks, then says what it thought of'({ driver }) {
    const { acknowledgement } = await driver.runCommand('late');
    await driver.waitFor((messages) =>
      messages.find(({ id, content }) => id === acknowledgement?.messageId && content === 'Done'),
    );
  },
  async 'replies to a message that mentions it'({ driver }) {
    const { id } = driver.say('@Seedling why?');
    const reply = await driver.waitFor((messages) =>
      messages.find(({ message_reference: reference }) => reference?.message_id === id),
    );
    expect(reply.content).toBe('You said why?');
  },
};

function find(messages: readonly APIMessage[], id: string | undefined): APIMessage {
  const message = messages.find((one) => one.id === id);
  if (!message) throw new Error(`No message ${id}.`);
  return message;
}
