import { icon } from './dom.ts';

/** Our own drawings. */
export const icons = {
  sprout: () =>
    icon(
      'M11 21v-7.2C10.6 10 7.6 8 3.5 8c0 4.4 2.7 6.9 6.5 7V21zm2-9.5C13.3 7 16 4 20.5 4c0 5-2.6 8-6.5 8.3V21h-1z',
    ),
  eye: () =>
    icon(
      'M12 5c5 0 8.8 4 10 7-1.2 3-5 7-10 7S3.2 15 2 12c1.2-3 5-7 10-7zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm0 2a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
    ),
  file: () => icon('M6 2h8l5 5v15H6zm7 1.5V8h4.5zM8.5 12v1.5h8V12zm0 3.5V17h8v-1.5z'),
  download: () => icon('M11 3h2v9l3.3-3.3 1.4 1.4L12 15.8l-5.7-5.7 1.4-1.4L11 12zM5 18h14v2H5z'),
  down: () => icon('M6.7 8.7 12 14l5.3-5.3 1.4 1.4-6.7 6.7-6.7-6.7z'),
  hash: () =>
    icon(
      'M9.5 3 8.9 7H5v2h3.6l-.8 6H4v2h3.5l-.6 4h2l.6-4h5l-.6 4h2l.6-4H20v-2h-3.2l.8-6H21V7h-3.1l.6-4h-2l-.6 4h-5l.6-4zm1.1 6h5l-.8 6h-5z',
    ),
  theme: () => icon('M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2v14a7 7 0 0 1 0-14z'),
  warning: () => icon('M12 3 1.5 21h21zm-1 6.5h2v6h-2zm0 7.5h2v2h-2z'),
} as const;
