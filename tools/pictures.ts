import { takePictures } from './pictures/take.ts';

for (const { path, bytes } of await takePictures()) console.log(`${path}: ${bytes} bytes`);
