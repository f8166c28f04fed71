import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { realContent } from '../copy.ts';

/** A fenced block of code of a written page or follow-up. */
export interface Snippet {
  /** The page's id and the place among the blocks of this language on it, e.g. `dropout 1`. */
  readonly name: string;
  readonly file: string;
  /** The heading it stands under; empty in a follow-up. */
  readonly heading: string;
  /** Of its first line of code, counted from 1. */
  readonly line: number;
  readonly code: string;
}

export function snippetsIn(locale: 'en' | 'zh-CN', language: 'js' | 'python'): Snippet[] {
  const files = readdirSync(join(realContent, locale), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .flatMap((file) => snippetsOf(`content/${locale}/${file}`, language));
}

function snippetsOf(file: string, language: string): Snippet[] {
  const found: Snippet[] = [];
  let heading = '';
  let open: { language: string; line: number; lines: string[] } | undefined;
  const text = readFileSync(join(realContent, '..', file), 'utf8');
  text.split('\n').forEach((content, at) => {
    if (!open && content.startsWith('```'))
      open = { language: content.slice(3), line: at + 2, lines: [] };
    else if (open && content === '```') {
      const name = `${basename(file, '.md')} ${found.length + 1}`;
      const { line, lines } = open;
      if (open.language === language)
        found.push({ name, file, heading, line, code: lines.join('\n') });
      open = undefined;
    } else if (open) open.lines.push(content);
    else if (content.startsWith('## ')) heading = content.slice(3);
  });
  return found;
}
