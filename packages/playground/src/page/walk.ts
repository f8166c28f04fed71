const controls = 'button, a[href], pre';

export interface Walk {
  /** Moves the focus to the newest message, wherever the reader was before. */
  toNewest(): void;
  /** A message was drawn, for the first time or anew. */
  drawn(message: HTMLElement, isNew: boolean): void;
  /** Before a message is taken away: the focus, if it is there, goes to the message beside it. */
  leave(message: HTMLElement): void;
}

interface WalkSettings {
  /** At the newest message. */
  readonly onEnd: () => void;
  readonly onEscape: () => void;
}

/**
 * As in Discord, arrow keys go from message to message, and Tab reaches the buttons of the message they are at, not
 * those of all messages.
 */
export function walkMessages(list: HTMLElement, { onEnd, onEscape }: WalkSettings): Walk {
  let here: HTMLElement | undefined;

  const setReachable = (message: HTMLElement, isReachable: boolean) => {
    message.tabIndex = isReachable ? 0 : -1;
    for (const control of message.querySelectorAll<HTMLElement>(controls))
      control.tabIndex = isReachable ? 0 : -1;
  };
  const stand = (message: HTMLElement | undefined) => {
    if (here) setReachable(here, false);
    here = message;
    if (here) setReachable(here, true);
  };
  const all = () => [...list.querySelectorAll<HTMLElement>('article')];
  const beside = (message: Element, step: 1 | -1): HTMLElement | undefined =>
    all()[all().findIndex((it) => it === message) + step];
  const go = (message: HTMLElement | undefined) => {
    message?.focus();
    if (message && !beside(message, 1)) onEnd();
  };

  list.addEventListener('focusin', ({ target }) => {
    const message = (target as Element).closest<HTMLElement>('article');
    if (message && message !== here) stand(message);
  });
  list.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const message = (event.target as Element).closest('article');
    if (event.key === 'Escape') onEscape();
    else if (message && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      go(beside(message, event.key === 'ArrowUp' ? -1 : 1));
    } else return;
    event.preventDefault();
  });

  return {
    toNewest: () => go(all().at(-1)),
    drawn(message, isNew) {
      const isNewest = isNew && !beside(message, 1);
      if (isNewest && !list.contains(document.activeElement)) stand(message);
      setReachable(message, message === here);
    },
    leave(message) {
      const next = beside(message, 1) ?? beside(message, -1);
      if (message.contains(document.activeElement)) {
        if (next) next.focus();
        else onEscape();
      }
      if (here === message) stand(next);
    },
  };
}
