import { writeFileSync } from 'node:fs';
import { documentPath, writeDocument } from './document.ts';

writeFileSync(documentPath, await writeDocument());
