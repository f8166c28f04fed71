import { Client, ComponentType, Events, type Interaction } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../src/index.ts';

let playground: Playground;
let client: Client<true>;
/** What the bot does; each test sets its own. */
let onInteraction: (interaction: Interaction) => Promise<unknown>;

beforeAll(async () => {
  playground = await startPlayground();
  const started = new Client({ intents: [], rest: { api: playground.apiUrl } });
  const ready = new Promise<Client<true>>((resolve) => started.once(Events.ClientReady, resolve));
  started.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
  await started.login(playground.token);
  client = await ready;
  await client.application.commands.set([
    {
      name: 'demo',
      description: 'd',
      options: [{ type: 11, name: 'data', description: 'd', fileTypes: ['.csv', 'image'] }],
    },
  ]);
});

afterAll(async () => {
  await client.destroy();
  await playground.close();
});

const last = () => playground.driver.messages().at(-1);

const file = (name: string) => ({
  index: '0',
  name,
  type: 'text/csv',
  bytes: Buffer.from('1,2\n'),
});

const readFile = async ({ url }: { readonly url: string }) => (await fetch(url)).text();

it('a file comes with a command, and stands at the host of the files', async () => {
  onInteraction = async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { name, size, url } = interaction.options.getAttachment('data', true);
    expect(new URL(url).origin).toBe(playground.attachmentsUrl);
    await interaction.reply(`${name} ${size} ${await readFile({ url })}`);
  };
  const run = (name: string) => playground.driver.runCommand('demo', { data: file(name) });
  await run('my runs.csv');
  expect(last()?.content).toBe('my_runs.csv 4 1,2');
  await expect(run('runs.txt')).rejects.toThrow('data: runs.txt is not one of .csv, image');
  await expect(playground.driver.runCommand('demo', { data: 'text' })).rejects.toThrow(
    'choose a file',
  );
});

it('a file comes with a form, beside what was chosen from a group', async () => {
  const label = (component: object) => ({ type: ComponentType.Label, label: 'Field', component });
  onInteraction = async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.client.rest.post(
        `/interactions/${interaction.id}/${interaction.token}/callback`,
        {
          auth: false,
          body: {
            type: 9,
            data: {
              title: 'Send a file',
              custom_id: 'form',
              components: [
                label({
                  type: ComponentType.FileUpload,
                  custom_id: 'files',
                  min_values: 0,
                  required: false,
                  file_types: ['.csv'],
                }),
                label({
                  type: ComponentType.RadioGroup,
                  custom_id: 'differs',
                  required: false,
                  options: ['call', 'training'].map((value) => ({ value, label: value })),
                }),
              ],
            },
          },
        },
      );
    if (!interaction.isModalSubmit()) return;
    const { fields } = interaction;
    const uploaded = fields.getUploadedFiles('files')?.first();
    const text = uploaded ? await readFile(uploaded) : 'nothing';
    await interaction.reply(`${text.trim()} ${fields.getRadioGroup('differs') ?? 'no idea'}`);
  };
  const submit = async (inputs: Parameters<typeof playground.driver.submitModal>[1]) =>
    playground.driver.submitModal(await playground.driver.runCommand('demo'), inputs);
  await submit({ files: [file('a.csv')], differs: 'call' });
  expect(last()?.content).toBe('1,2 call');
  await submit({});
  expect(last()?.content).toBe('nothing no idea');
  await expect(submit({ files: [file('a.txt')] })).rejects.toThrow('a.txt is not one of .csv');
  await expect(submit({ files: [file('a.csv'), file('b.csv')] })).rejects.toThrow('0 to 1 files');
  await expect(submit({ differs: 'other' })).rejects.toThrow('choose one of the choices');
});
