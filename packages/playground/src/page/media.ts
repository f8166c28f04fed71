import type { APIUnfurledMediaItem } from 'discord-api-types/v10';
import { h, truth } from './dom.ts';
import { otherLanguage } from './text-language.ts';
import { words } from './words/index.ts';

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
      'aria-label': alt ? `${words.enlarge}: ${alt}` : words.enlarge,
      lang: otherLanguage(alt),
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

/** As large as the window allows; a click on it shows it in its own size, to be moved around. */
function enlarge(url: string, alt: string): void {
  const close = () => dialog.close();
  const zoom = h(
    'button',
    {
      type: 'button',
      class: 'enlarged',
      'aria-label': words.zoom,
      'aria-pressed': 'false',
      on: {
        click: () => zoom.setAttribute('aria-pressed', truth(!isPressed(zoom))),
      },
    },
    h('img', { src: url, alt }),
  );
  const dialog: HTMLDialogElement = h(
    'dialog',
    {
      class: 'lightbox',
      'aria-label': words.picture,
      on: {
        close: () => dialog.remove(),
        // Beside the picture.
        click: ({ target }) => target === dialog && close(),
      },
    },
    zoom,
    h('p', { lang: otherLanguage(alt) }, alt),
    h(
      'footer',
      {},
      h('a', { href: url, target: '_blank', rel: 'noreferrer noopener' }, words.openInBrowser),
      h(
        'button',
        { type: 'button', class: 'button', autofocus: true, on: { click: close } },
        words.close,
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}

const isPressed = (button: HTMLElement): boolean => button.getAttribute('aria-pressed') === 'true';
