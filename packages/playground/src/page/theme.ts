import { h, truth } from './dom.ts';
import { icons } from './icons.ts';
import { words } from './words/index.ts';

/** Follows the system until you choose; your choice lasts for this tab. */
export function createThemeToggle(): HTMLElement {
  const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches;
  const show = (dark: boolean) => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    toggle.setAttribute('aria-pressed', truth(!dark));
  };
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': words.lightTheme,
      on: {
        click: () => {
          const dark = document.documentElement.dataset['theme'] !== 'dark';
          sessionStorage.setItem('theme', dark ? 'dark' : 'light');
          show(dark);
        },
      },
    },
    icons.theme(),
  );
  const chosen = sessionStorage.getItem('theme');
  show(chosen === null ? isDark() : chosen === 'dark');
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (sessionStorage.getItem('theme') === null) show(isDark());
  });
  return toggle;
}
