export { startClient, type Bot, type ClientSettings, type Started } from './client.ts';
