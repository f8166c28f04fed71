export interface End {
  isFollowed(): boolean;
  /** Goes to the end and stays there. */
  follow(): void;
}

/** Less than a line: nobody scrolls up by so little, and zoomed pages have fractions of pixels. */
const tolerance = 4;

/**
 * Keeps the end of `content` in view whatever grows or shrinks (a picture, the window, the field below), until the
 * reader scrolls up by hand. `onFollow`: the reader is at the end again.
 */
export function keepEnd(scroller: HTMLElement, content: HTMLElement, onFollow: () => void): End {
  let isFollowed = true;
  let lastTop = 0;

  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
    lastTop = scroller.scrollTop;
  };
  const set = (now: boolean) => {
    const isNew = now && !isFollowed;
    isFollowed = now;
    if (isNew) onFollow();
  };

  scroller.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const isAtEnd = scrollHeight - scrollTop - clientHeight <= tolerance;
    // Only a reader scrolls up. If the end moves away because something grew, we follow it.
    if (isAtEnd) set(true);
    else if (scrollTop < lastTop) set(false);
    lastTop = scrollTop;
  });

  const sizes = new ResizeObserver(() => {
    // An open menu makes its message longer, and the reader is looking at the menu.
    if (isFollowed && !scroller.querySelector('[aria-expanded="true"]')) toEnd();
  });
  sizes.observe(scroller);
  sizes.observe(content);

  return {
    isFollowed: () => isFollowed,
    follow() {
      set(true);
      toEnd();
    },
  };
}
