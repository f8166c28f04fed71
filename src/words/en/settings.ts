/** What those who manage a server choose for it. */
export const settings = {
  title: '### Settings of this server',
  language: '**Language of what everybody reads**',
  readersLanguage: 'As Discord says, else the reader’s',
  languages: { en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' },
  channels: '**Channels in which demos are posted.** Elsewhere only whoever asks sees them.',
  everywhere: 'Everywhere',
  limits:
    '**Limits for a class.** Those who manage messages go first, and have as many runs as they like.',
  usualWaiting: 'Waiting demos: as usual',
  waiting: (most: number) => `Waiting demos: at most ${most}`,
  usualRuns: 'Runs of a demo: as many as there can be',
  runs: (most: number) => `Runs of a demo: at most ${most}`,
  lessons: '**Who may start a lesson,** beside those who manage messages',
  staffOnly: 'Nobody else',
  kept: '-# Each choice is kept at once. Without me in the server nothing of it is kept.',
};
