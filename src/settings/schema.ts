/** `chosen`: JSON, because what can be chosen grows with the versions. */
export const schema = [
  'CREATE TABLE IF NOT EXISTS settings (server TEXT PRIMARY KEY, chosen TEXT NOT NULL) WITHOUT ROWID',
];
