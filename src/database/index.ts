export { openDatabase, type Database } from './database.ts';
