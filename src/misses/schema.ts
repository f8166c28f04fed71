/** Limits on the texts that are kept: their age, and their number in a server. */
export const daysKept = 90;
export const mostTexts = 1_000;

/** `server` is empty for direct messages; `cause` is empty if none was guessed. */
export const schema = [
  `CREATE TABLE IF NOT EXISTS counts (
    server TEXT NOT NULL,
    kind TEXT NOT NULL,
    cause TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (server, kind, cause)
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS texts (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    cause TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
  )`,
  'CREATE INDEX IF NOT EXISTS texts_of_server ON texts (server, id)',
  'CREATE INDEX IF NOT EXISTS texts_of_person ON texts (person)',
  // The servers that keep texts.
  'CREATE TABLE IF NOT EXISTS keeping (server TEXT PRIMARY KEY) WITHOUT ROWID',
];
