import { h, truth } from './dom.ts';
import { dots } from './dots.ts';
import { words } from './words/index.ts';

export interface Gathering {
  readonly isPressing: boolean;
  readonly start: () => void;
}

/** Below a message whose buttons are for everybody: lets a teacher see what a class would do. Discord has no such thing. */
export const classLine = ({ isPressing, start }: Gathering): HTMLElement =>
  h(
    'p',
    { class: 'class-line' },
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        title: words.classNote,
        'aria-busy': truth(isPressing),
        'data-key': 'class',
        on: { click: () => !isPressing && start() },
      },
      isPressing ? words.classPresses : words.classOf,
      isPressing && dots(),
    ),
    words.classNote,
  );
