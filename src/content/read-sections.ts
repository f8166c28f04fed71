import { codeFact, codeProblems } from './code.ts';
import type { Fact } from './draft.ts';
import { headings, type WrittenSection } from './headings.ts';
import type { Problem } from './problem.ts';
import { fault, lengthProblems, type ContentFile } from './split-file.ts';

/** A part of the body under a `## ` heading; lines count from 1 in the file. */
export interface Section {
  readonly heading: string;
  readonly line: number;
  readonly text: string;
  readonly textLine: number;
}

/** The sections of a page by their headings, and what is wrong with them. */
export function readSections(
  body: string,
  bodyLine: number,
  file: ContentFile,
): { sections: Map<WrittenSection, string>; facts: Fact[]; problems: Problem[] } {
  const expected = Object.entries(headings[file.locale]) as [WrittenSection, string][];
  const wanted = expected.map(([, heading]) => heading).join(' / ');
  const found = splitSections(body, bodyLine);
  const problems: Problem[] = [];
  if (found.map(({ heading }) => heading).join(' / ') !== wanted)
    problems.push(fault(file.name, bodyLine, 'sections', `must be, in this order: ${wanted}`));
  const sections = new Map<WrittenSection, string>();
  const facts: Fact[] = [];
  for (const { heading, line, text } of found) {
    const id = expected.find(([, name]) => name === heading)?.[0];
    if (!id) continue;
    sections.set(id, text);
    facts.push(codeFact(id, heading, line, text));
  }
  for (const section of found) problems.push(...problemsOf(section, sections, file));
  return { sections, facts, problems };
}

function problemsOf(
  { heading, line, text, textLine }: Section,
  sections: ReadonlyMap<WrittenSection, string>,
  file: ContentFile,
): Problem[] {
  const id = [...sections].find(([name]) => headings[file.locale][name] === heading)?.[0];
  // A fix is shown together with what it does not fix.
  const limits = id?.startsWith('fix-') ? sections.get('what-the-fix-does-not-fix') : undefined;
  const at = { file: file.name, field: heading };
  return [
    ...lengthProblems(text, { ...at, line }, limits),
    ...codeProblems(text, { ...at, line: textLine }, id),
  ];
}

/** Splits at `## ` lines, but not inside code fences, where `## ` may be a comment. */
export function splitSections(body: string, bodyLine: number): Section[] {
  const sections: { heading: string; line: number; lines: string[] }[] = [];
  let inCode = false;
  body.split('\n').forEach((text, at) => {
    if (text.startsWith('```')) inCode = !inCode;
    if (!inCode && text.startsWith('## '))
      sections.push({ heading: text.slice(3).trim(), line: bodyLine + at, lines: [] });
    else sections.at(-1)?.lines.push(text);
  });
  return sections.map(({ heading, line, lines }) => ({
    heading,
    line,
    text: lines.join('\n').trim(),
    textLine:
      line +
      1 +
      Math.max(
        0,
        lines.findIndex((text) => text.trim() !== ''),
      ),
  }));
}
