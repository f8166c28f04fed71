import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { InteractionType } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageCommands } from '../../commands/index.ts';
import { ended, quick } from '../faults/demo.ts';
import { startDiscord, type Discord } from '../wire/discord.ts';
import { descendantsOf } from '../wire/descendants.ts';
import { startProcess, type BotProcess } from '../wire/process.ts';
import type { Answer, Fault } from '../wire/proxy/index.ts';

/** Stands in everything that people write in this test. */
const secret = 'Qzxj7Wv';
const question = `Why does my LSTM of ${secret} give different results every time?`;

let discord: Discord;
let bot: BotProcess;
beforeAll(async () => {
  discord = await startDiscord({ acknowledgeWithinMs: 700 });
  bot = await startProcess(discord, { LOG_LEVEL: 'info', DEMO_WORKERS: '1' });
});
afterAll(async () => {
  await bot.leave();
  await discord.close();
});

const run = (name: string, options: Record<string, unknown>) =>
  discord.driver.sendRaw({
    type: InteractionType.ApplicationCommand,
    data: {
      id: '1',
      name,
      type: 1,
      options: Object.entries(options).map(([key, value]) => ({ name: key, type: 3, value })),
    },
  });

/** A file whose name and text hold it. */
const fileOf = (name: string, text: string) => ({
  index: '0',
  name: `${secret}${name}`,
  type: 'text/plain',
  bytes: Buffer.from(text),
});
const script = `import torch\nmodel = ${secret}()  # ${secret}\nprint(model(${secret}))\n`;

async function sendFiles(): Promise<void> {
  const { driver } = discord;
  const broken = `{"cells": [${secret}`;
  for (const sent of [
    fileOf('.py', script),
    fileOf('.ipynb', broken),
    fileOf('.py', '[('.repeat(50_000)),
  ])
    await driver.runCommand('check code', { file: sent });
  await driver.runCommand('check code', { code: `${secret} ${script}` }, { user: 'chen' });
  await driver.runCommand('check outputs', { file: fileOf('.csv', `1,2\n${secret},3`) });
  const opener = await driver.runCommand('check code', {}, { user: 'chen' });
  // It may have come too late: this Discord waits for a short time only.
  if (opener.acknowledgement?.modal)
    await driver.submitModal(
      opener,
      { file: [fileOf('.py', script)], paste: secret },
      { user: 'chen' },
    );
  driver.say(`@Seedling \`\`\`python\n${script}\`\`\``, { user: 'chen' });
  driver.say('', { where: 'dm', user: 'ben', files: [fileOf('.py', script)] });
}

async function useEverything(): Promise<void> {
  await run('ask', { question });
  await run('ask', { question: secret });
  await run('ask', { question: secret.repeat(300) });
  await run('cause', { name: secret });
  await run('demo', { cause: secret });
  await run('demo', { cause: 'dropout', seed: `${secret}!`, variant: secret });
  await run('brew', { what: secret });
  await discord.driver.autocomplete('cause', { name: secret }, 'name');
  await sendFiles();
  const { id } = discord.driver.say(`@Seedling ${question}`);
  discord.driver.say(question, { where: 'dm', user: 'ben' });
  for (const { name } of messageCommands) await discord.driver.runOnMessage(id, name);
}

const refusal = (status: number, code: number): Answer => ({
  status,
  json: { code, message: 'Refused' },
});

/** Every way in which Discord may fail an answer. */
const faults: readonly Fault[] = [
  () => refusal(500, 0),
  () => refusal(403, 50013),
  () => refusal(404, 10062),
  () => refusal(401, 50027),
  () => refusal(400, 50035),
  () => 'cut',
];

test('neither the token nor what people write stands in anything the bot writes, whatever goes wrong', async () => {
  await useEverything();
  for (const fault of faults) {
    const mend = discord.breakRequests((request, forward) =>
      request.path.endsWith('/callback') || request.path.startsWith('/channels/')
        ? fault(request, forward)
        : undefined,
    );
    discord.driver.say(question, { where: 'dm', user: 'chen' });
    await Promise.all([run('ask', { question }), run('demo', { ...quick })]);
    mend();
  }
  const { acknowledgement } = await discord.driver.runCommand('demo', { ...quick, runs: 20 });
  for (const pid of descendantsOf(bot.child.pid ?? 0)) process.kill(pid, 'SIGKILL');
  await ended(discord, acknowledgement?.messageId);
  discord.gateway.cut();
  await useEverything();
  await sleep(200);

  const written = bot.output();
  expect(written.split('\n').length, 'the failures are told').toBeGreaterThan(faults.length);
  const [id = '', , mac = ''] = discord.token.split('.');
  const tokens = discord.requests.flatMap(({ path }) => path.match(/[\w-]{60,}/g) ?? []);
  expect(tokens.length).toBeGreaterThan(10);
  for (const word of [secret, discord.token, id, mac, ...tokens])
    expect(written).not.toContain(word);
});

const canLook = existsSync('/proc/self/environ');
if (!canLook) console.log('SKIPPED: the environment of children, because there is no /proc.');

test.skipIf(!canLook)('no child knows the token', async () => {
  const { acknowledgement } = await discord.driver.runCommand('demo', quick);
  await ended(discord, acknowledgement?.messageId);
  const children = descendantsOf(bot.child.pid ?? 0);
  expect(children.length).toBeGreaterThan(0);
  for (const child of children)
    for (const file of ['environ', 'cmdline'])
      expect(readFileSync(`/proc/${child}/${file}`, 'utf8')).not.toContain(discord.token);
});

test('it leaves when it is asked to', async () => {
  expect(await bot.leave()).toBe(0);
});
