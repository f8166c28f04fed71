import type { PageAct, PageAnswer } from '../protocol.ts';
import type { ChatCommand } from '../wire/form/command.ts';
import { createCommandForm } from './command-form.ts';
import { h } from './dom.ts';
import { createPopup } from './popup.ts';
import { descriptionIn, nameIn } from './words.ts';

interface ComposerSettings {
  readonly channel: string;
  readonly commands: () => readonly ChatCommand[];
  readonly locale: () => string;
  readonly act: (act: PageAct) => Promise<PageAnswer>;
}

/** Where messages and commands are written. `/` opens the commands. */
export function createComposer({ channel, commands, locale, act }: ComposerSettings) {
  const input = h('textarea', {
    rows: 1,
    role: 'textbox',
    'aria-label': 'Message',
    'aria-autocomplete': 'list',
    placeholder: `Message #${channel}`,
    maxlength: 2000,
  });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const send = h('button', { type: 'submit', class: 'send button primary' }, 'Send');
  const box = h('div', { class: 'box' }, input, send);
  let form: ReturnType<typeof createCommandForm> | undefined;

  const fitting = (): readonly ChatCommand[] => {
    const typed = /^\/([^\s]*)$/.exec(input.value)?.[1]?.toLowerCase();
    if (typed === undefined) return [];
    return commands().filter((command) =>
      [command.name, nameIn(command, locale())].some((name) => name.startsWith(typed)),
    );
  };

  const popup = createPopup({
    owner: input,
    label: 'Commands',
    onPick: (at) => {
      const command = fitting()[at];
      if (command) open(command);
    },
  });

  const say = (text: string | undefined) => problem.replaceChildren(text ?? '');

  const open = (command: ChatCommand) => {
    popup.hide();
    say(undefined);
    form = createCommandForm({ command, locale: locale(), act, onClose: reset, onProblem: say });
    input.hidden = true;
    box.prepend(form.element);
    form.focus();
  };

  const reset = (reason?: string) => {
    form?.element.remove();
    form = undefined;
    input.hidden = false;
    input.value = '';
    say(reason);
    popup.hide();
    input.focus();
  };

  const submit = async () => {
    if (form) return form.send();
    const text = input.value.trim();
    if (text === '') return undefined;
    const command = commands().find(({ name }) => text === `/${name}`);
    if (command) return open(command);
    // At once: what is typed next belongs to the next message.
    reset();
    const answer = await act({ do: 'say', text });
    if (!answer.ok) say(answer.problem);
    return undefined;
  };

  input.addEventListener('input', () => {
    say(undefined);
    const exact = /^\/(\S+)\s$/.exec(input.value)?.[1];
    const command = commands().find((it) => [it.name, nameIn(it, locale())].includes(exact ?? ''));
    if (command) return open(command);
    return popup.show(
      fitting().map((it) => ({
        title: `/${nameIn(it, locale())}`,
        detail: descriptionIn(it, locale()),
      })),
    );
  });
  input.addEventListener('blur', () => popup.hide());
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key === 'Tab' && event.shiftKey)) return;
    if (popup.handleKey(event.key)) event.preventDefault();
    else if (event.key === 'Escape') popup.hide();
    else if (event.key === 'Enter' && !event.shiftKey) {
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
    box,
  );
  return { element, reset, focus: () => (form ? form.focus() : input.focus()), input };
}
