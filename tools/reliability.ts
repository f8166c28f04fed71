import { writeFileSync } from 'node:fs';
import { documentPath, writeDocument } from './reliability/document.ts';

writeFileSync(documentPath, await writeDocument());
