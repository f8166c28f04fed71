import type { APIUnfurledMediaItem } from 'discord-api-types/v10';
import { h } from './dom.ts';

/**
 * A picture in its own proportions; a click shows it as large as the window. Its place is kept free until it is loaded:
 * what stands below must not jump.
 */
export function picture(
  { url, width, height }: Pick<APIUnfurledMediaItem, 'url' | 'width' | 'height'>,
  description: string | null | undefined,
): HTMLElement {
  const alt = description ?? '';
  const image = h('img', { src: url, alt, width: width ?? undefined, height: height ?? undefined });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'picture',
      'aria-label': alt ? `Enlarge picture: ${alt}` : 'Enlarge picture',
      on: { click: () => enlarge(url, alt) },
    },
    image,
  );
  if (width && height) {
    button.style.setProperty('--width', `${width}px`);
    button.style.setProperty('--ratio', String(width / height));
  }
  return button;
}

function enlarge(url: string, alt: string): void {
  const close = () => {
    dialog.close();
    dialog.remove();
  };
  const dialog = h(
    'dialog',
    { class: 'lightbox', 'aria-label': 'Picture', on: { close: () => dialog.remove() } },
    h('div', { class: 'enlarged', on: { click: close } }, h('img', { src: url, alt })),
    h('p', {}, alt),
    h(
      'footer',
      {},
      h('a', { href: url, target: '_blank', rel: 'noreferrer noopener' }, 'Open in browser'),
      h(
        'button',
        { type: 'button', class: 'button', autofocus: true, on: { click: close } },
        'Close',
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
