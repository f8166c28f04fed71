export { diagramOf } from './diagram.ts';
export { openPictures, type Picture, type Pictures } from './pictures.ts';
