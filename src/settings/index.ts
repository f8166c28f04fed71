export { openSettings } from './open.ts';
export { schema as settingsSchema } from './schema.ts';
export { usualSettings, type ServerSettings, type Settings } from './settings.ts';
