/** `state`: a session as JSON, without its votes. `ended` is 0 while it goes on. Times are in milliseconds since 1970. */
export const schema = [
  `CREATE TABLE IF NOT EXISTS lessons (
    id TEXT PRIMARY KEY,
    server TEXT NOT NULL,
    channel TEXT NOT NULL,
    state TEXT NOT NULL,
    seen INTEGER NOT NULL,
    ended INTEGER NOT NULL
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS votes (
    lesson TEXT NOT NULL,
    step INTEGER NOT NULL,
    round INTEGER NOT NULL,
    voter TEXT NOT NULL,
    answer INTEGER NOT NULL,
    PRIMARY KEY (lesson, step, round, voter)
  ) WITHOUT ROWID`,
  // For the handout. Each is a picture of 60 to 150 kB, so these rows stand apart from what is read at every start.
  `CREATE TABLE IF NOT EXISTS lesson_charts (
    lesson TEXT NOT NULL,
    step INTEGER NOT NULL,
    png BLOB NOT NULL,
    alt TEXT NOT NULL,
    PRIMARY KEY (lesson, step)
  )`,
];
