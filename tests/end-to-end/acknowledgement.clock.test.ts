import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { startBystander } from '../clock/bystander.ts';
import { ended, quick } from '../faults/demo.ts';
import { startBot } from './bot.ts';
import { buttonOf } from './read.ts';

test('commands are acknowledged within 200 ms while every core trains', async () => {
  const cores = availableParallelism();
  const bot = await startBot({ demoWorkers: cores });
  const onEveryCore = async (options: Readonly<Record<string, string | number>>) => {
    const demos = await Promise.all(
      Array.from({ length: cores }, () => bot.driver.runCommand('demo', options)),
    );
    return demos.map(({ acknowledgement }) => acknowledgement?.messageId);
  };
  try {
    // Then the children are there, and train as soon as they are told to.
    await Promise.all((await onEveryCore(quick)).map((id) => ended(bot, id)));
    const demos = await onEveryCore({ cause: 'initial-weights', runs: 200 });
    const bystander = await startBystander();
    const delays: number[] = [];
    for (let round = 0; round < 20; round++) {
      const { interaction } = await bot.command('cause', { name: 'dropout' });
      delays.push(interaction.acknowledgement?.afterMs ?? Number.POSITIVE_INFINITY);
    }
    const late = await bystander.leave();
    // None has ended, and all have trained meanwhile.
    for (const running of demos) {
      const message = await bot.driver.waitFor((messages) =>
        messages.find(
          ({ id, components }) =>
            id === running && /[1-9]\d* of 400/.test(JSON.stringify(components)),
        ),
      );
      await bot.driver.press(message.id, buttonOf(message, 'Cancel this run'));
    }
    expect(Math.max(...delays)).toBeLessThan(200 + late);
  } finally {
    await bot.close();
  }
});
