import { fileURLToPath } from 'node:url';

/** The script of children, which lies beside the file of that address, and is compiled if that file is. */
export function scriptBeside(url: string, name: string): string {
  const extension = url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`./${name}.${extension}`, url));
}
