import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { startBystander } from '../clock/bystander.ts';
import { startBot } from './bot.ts';
import { buttonOf } from './read.ts';

test('commands are acknowledged within 200 ms while every core trains', async () => {
  const cores = availableParallelism();
  const bot = await startBot({ demoWorkers: cores, lstmEngine: 'tfjs' });
  try {
    const demos = await Promise.all(
      Array.from({ length: cores }, () =>
        bot.driver.runCommand('demo', { cause: 'initial-weights', runs: 200 }),
      ),
    );
    // Trained runs are shown: the children are at work, not still starting.
    const running = await Promise.all(
      demos.map(({ acknowledgement }) =>
        bot.driver.waitFor((messages) =>
          messages.find(
            ({ id, components }) =>
              id === acknowledgement?.messageId &&
              /[1-9]\d* of 400/.test(JSON.stringify(components)),
          ),
        ),
      ),
    );
    const bystander = await startBystander();
    const delays: number[] = [];
    for (let round = 0; round < 20; round++) {
      const { interaction } = await bot.command('cause', { name: 'dropout' });
      delays.push(interaction.acknowledgement?.afterMs ?? Number.POSITIVE_INFINITY);
    }
    const late = await bystander.leave();
    for (const message of running)
      await bot.driver.press(message.id, buttonOf(message, 'Cancel this run'));
    expect(Math.max(...delays)).toBeLessThan(200 + late);
  } finally {
    await bot.close();
  }
}, 60_000);
