import { readFileSync } from 'node:fs';
import dotenv from 'dotenv';

/** All that `.env.example` names, those among them that are commented out. */
export const settingNames = (): readonly string[] =>
  Object.keys(dotenv.parse(readFileSync('.env.example', 'utf8').replace(/^#(?=[A-Z_]+=)/gm, '')));
