import { slashCommands, type SlashCommand } from '../people/slash.ts';
import type { Command } from '../wire/form/command.ts';
import { createCommandForm } from './command-form.ts';
import type { Act } from './connection.ts';
import { h } from './dom.ts';
import { fileInput } from './files.ts';
import { createPopup } from './popup.ts';
import { icons } from './icons.ts';
import { descriptionIn, nameIn } from './localized.ts';
import { words } from './words/index.ts';

interface Mentionable {
  readonly id: string;
  readonly name: string;
}

interface ComposerSettings {
  readonly commands: () => readonly Command[];
  /** Who can be mentioned. */
  readonly people: () => readonly Mentionable[];
  readonly locale: () => string;
  readonly act: Act;
  /** Arrow up in the empty field: to the newest message. */
  readonly onUp: () => void;
}

/** Where messages and commands are written. `/` opens the commands. */
export function createComposer({ commands, people, locale, act, onUp }: ComposerSettings) {
  const input = h('textarea', {
    rows: 1,
    role: 'textbox',
    'aria-label': words.message,
    'aria-autocomplete': 'list',
    maxlength: 2000,
  });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const send = h('button', { type: 'submit', class: 'send button primary' }, words.send);
  let files: readonly File[] = [];
  const attached = h('ul', { class: 'attached', 'aria-label': words.files, hidden: true });
  const picker = fileInput({ most: 10, tabindex: -1, hidden: true });
  const attach = h(
    'button',
    { type: 'button', class: 'attach', 'aria-label': words.attach, title: words.attach },
    icons.plus(),
  );
  const box = h('div', { class: 'box' }, attach, picker, input, send);
  let form: ReturnType<typeof createCommandForm> | undefined;
  let replyTo: { readonly id: string; readonly name: string } | undefined;

  const slash = () => slashCommands(commands());
  const fitting = (): readonly SlashCommand[] => {
    const typed = /^\/([^\s]*(?: [^\s]*)?)$/.exec(input.value)?.[1]?.toLowerCase();
    if (typed === undefined) return [];
    return slash().filter((command) =>
      [command.name, nameIn(command, locale())].some((name) => name.startsWith(typed)),
    );
  };
  const fittingPeople = (): readonly Mentionable[] => {
    const typed = unfinishedMention.exec(input.value)?.[1]?.toLowerCase();
    if (typed === undefined) return [];
    return people().filter(({ name }) => name.toLowerCase().startsWith(typed));
  };

  const popup = createPopup({
    owner: input,
    label: words.suggestions,
    onPick: (at) => {
      const command = fitting()[at];
      if (command) return open(command);
      const person = fittingPeople()[at];
      if (person)
        input.value = input.value.replace(unfinishedMention, ` @${person.name} `).trimStart();
      return popup.hide();
    },
  });
  const replying = h('p', { class: 'replying', hidden: true });
  const reply = (to: typeof replyTo) => {
    replyTo = to;
    replying.hidden = to === undefined;
    const cancel = h('button', { type: 'button', class: 'link' }, words.cancel);
    cancel.addEventListener('click', () => reply(undefined));
    replying.replaceChildren(
      ...(to ? [`${words.replyingTo} `, h('strong', {}, to.name), ' • ', cancel] : []),
    );
    input.focus();
  };

  const hold = (held: readonly File[]) => {
    files = held;
    attached.hidden = held.length === 0;
    attached.replaceChildren(
      ...held.map((file) => {
        const remove = h('button', { type: 'button', class: 'link' }, words.removeFile(file.name));
        remove.addEventListener('click', () => {
          hold(files.filter((other) => other !== file));
          input.focus();
        });
        return h('li', {}, icons.file(), h('span', {}, file.name), remove);
      }),
    );
  };
  attach.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    hold([...files, ...(picker.files ?? [])]);
    // So that the same file can be picked again.
    picker.value = '';
    input.focus();
  });

  const say = (text: string | undefined) => problem.replaceChildren(text ?? '');

  const open = (command: SlashCommand) => {
    popup.hide();
    say(undefined);
    form = createCommandForm({ command, locale: locale(), act, onClose: reset, onProblem: say });
    input.hidden = true;
    attach.hidden = true;
    box.prepend(form.element);
    form.focus();
  };

  const reset = (reason?: string) => {
    form?.element.remove();
    form = undefined;
    input.hidden = false;
    attach.hidden = false;
    input.value = '';
    say(reason);
    popup.hide();
    input.focus();
  };

  const submit = async () => {
    if (form) return form.send();
    const text = input.value.trim();
    if (text === '' && files.length === 0) return undefined;
    const command = slash().find(({ name }) => text === `/${name}`);
    if (command) return open(command);
    const to = replyTo?.id;
    // At once: what is typed next belongs to the next message.
    reset();
    reply(undefined);
    const sent = files;
    hold([]);
    const answer = await act({
      do: 'say',
      text: withMentions(text, people()),
      ...(to !== undefined && { replyTo: to }),
      files: sent,
    });
    if (!answer.ok) say(answer.problem);
    return undefined;
  };

  input.addEventListener('input', () => {
    say(undefined);
    const exact = /^\/(\S+(?: \S+)?)\s$/.exec(input.value)?.[1];
    const command = slash().find((it) => [it.name, nameIn(it, locale())].includes(exact ?? ''));
    if (command) return open(command);
    return popup.show([
      ...fitting().map((it) => ({
        title: `/${nameIn(it, locale())}`,
        detail: descriptionIn(it, locale()),
      })),
      ...fittingPeople().map(({ name }) => ({ title: `@${name}` })),
    ]);
  });
  input.addEventListener('blur', () => popup.hide());
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key === 'Tab' && event.shiftKey)) return;
    if (popup.handleKey(event.key)) event.preventDefault();
    else if (event.key === 'Escape') popup.hide();
    else if (event.key === 'ArrowUp' && input.value === '') {
      event.preventDefault();
      onUp();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    }
  });

  const element = h(
    'form',
    {
      class: 'composer',
      on: {
        submit: (event) => {
          event.preventDefault();
          void submit();
        },
      },
    },
    popup.element,
    problem,
    replying,
    attached,
    box,
  );
  return {
    element,
    reset,
    reply,
    /** The channel was changed. */
    enter(channel: string) {
      input.placeholder = words.messageIn(channel);
      reply(undefined);
      hold([]);
      reset();
    },
    focus: () => (form ? form.focus() : input.focus()),
  };
}

/** A mention being typed, at the end of the text. */
const unfinishedMention = /(?:^|\s)@([\p{L}.]*)$/u;

/** Names as Discord sends them. */
const withMentions = (text: string, people: readonly Mentionable[]): string =>
  people.reduce((sent, { id, name }) => sent.replaceAll(`@${name}`, `<@${id}>`), text);
