/**
 * The rules on imports, types included; `npm run lint` checks them. A room is a folder with one job. It is reached
 * through its index.ts, and its row names what it may import. ARCHITECTURE.md has the same rows with what each room is
 * for: a test compares them, and another plants every kind of violation in every room.
 */
export const rooms = {
  'src/lstm': [],
  'src/demos': ['src/lstm'],
  'src/triage': [],
  'src/evidence': ['src/triage'],
  'src/code-check': [],
  'src/outputs-check': ['src/lstm', 'src/demos'],
  'src/series': ['src/demos', 'src/outputs-check'],
  'src/words': [
    'src/demos',
    'src/triage',
    'src/evidence',
    'src/outputs-check',
    'src/code-check',
    'src/series',
  ],
  'src/content': ['src/words', 'src/evidence', 'src/demos', 'src/lessons'],
  'src/answers': ['src/content', 'src/words', 'src/evidence'],
  'src/talk': ['src/content', 'src/answers', 'src/evidence'],
  'src/library': ['src/content', 'src/answers', 'src/talk', 'src/words'],
  'src/database': [],
  'src/attachments': [],
  'src/misses': ['src/database'],
  'src/settings': ['src/database', 'src/words'],
  'src/lessons': ['src/demos', 'src/words', 'src/database'],
  'src/charts': ['src/demos', 'src/words', 'src/outputs-check'],
  'src/handout': ['src/lessons', 'src/charts', 'src/words'],
  'src/diagrams': ['src/lstm', 'src/triage', 'src/charts', 'src/words'],
  'src/take-home': ['src/lstm', 'src/demos', 'src/words', 'src/evidence'],
  'src/redis': [],
  'src/jobs': [
    'src/lstm',
    'src/demos',
    'src/charts',
    'src/take-home',
    'src/evidence',
    'src/words',
    'src/code-check',
    'src/outputs-check',
    'src/series',
    'src/redis',
  ],
  commands: [
    'src/answers',
    'src/attachments',
    'src/code-check',
    'src/outputs-check',
    'src/series',
    'src/talk',
    'src/evidence',
    'src/triage',
    'src/demos',
    'src/charts',
    'src/take-home',
    'src/diagrams',
    'src/jobs',
    'src/misses',
    'src/settings',
    'src/lessons',
    'src/handout',
    'src/content',
    'src/words',
  ],
  'src/discord': ['commands', 'src/settings', 'src/words'],
  'src/processes': ['src/redis'],
  'src/monitor': [],
  'packages/playground': [],
  'src/cli': [
    'src/lstm',
    'src/code-check',
    'src/demos',
    'src/charts',
    'src/take-home',
    'src/words',
    'src/content',
    'src/evidence',
    'src/answers',
    'src/talk',
    'src/library',
    'src/outputs-check',
    'src/series',
    'src/config.ts',
    'src/environment.ts',
  ],
};

/** Files beside the rooms that every room may import; app.ts, main.ts and the rest put the rooms together. */
export const common = [
  'src/collect.ts',
  'src/errors.ts',
  'src/ids.ts',
  'src/log.ts',
  'src/meter.ts',
  'src/root.ts',
  'src/type-script.ts',
];

const names = Object.keys(rooms);
const anyRoom = `^(${names.join('|')})/`;
const indexOf = (room) => `^${room}/(src/)?index\\.ts$`;
const pathOf = (place) => (place.endsWith('.ts') ? `^${place}$` : `^${place}/`);

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule('no-cycle', 'These files import each other in a circle.', {}, { circular: true }),
    rule(
      'row-for-every-room',
      'This folder has no row in .dependency-cruiser.mjs.',
      { path: '^(src/[^/]+|commands|packages/[^/]+)/', pathNot: anyRoom },
      {},
    ),
    rule(
      'through-the-index',
      'A room is reached through its index.ts.',
      { path: '^(src/[^/]+|commands|packages/[^/]+|tools)(/|$)' },
      { path: anyRoom, pathNot: ['^$1/', ...names.map(indexOf)] },
    ),
    ...Object.entries(rooms).map(([room, mayImport]) =>
      rule(
        `one-way-from-${room}`,
        `${room} may import ${mayImport.join(', ') || 'no other room'}.`,
        { path: `^${room}/` },
        {
          path: [anyRoom, '^src/[^/]+$'],
          pathNot: [room, ...mayImport, ...common].map(pathOf),
        },
      ),
    ),
    rule(
      'nothing-of-the-makers',
      'What runs for people imports neither tools nor tests.',
      { path: '^(src|commands|packages/[^/]+/src)/' },
      { path: '^(tools|tests|packages/[^/]+/tests)/' },
    ),
  ],
  options: {
    // TypeScript 7 has no parser that other programs can load.
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/assembly/|(^|/)dist/' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js'] },
  },
};
