import { followUpIds, isFollowUpId } from '../causes.ts';
import { codeProblems } from './code.ts';
import type { FollowUp } from './page.ts';
import { followUpMatter } from './schema.ts';
import {
  fault,
  lengthProblems,
  splitFile,
  tighten,
  toSources,
  type ContentFile,
} from './split-file.ts';
import type { Parsed } from './yaml-file.ts';

/** One Markdown file: YAML between two `---` lines, then one text without sections. */
export function readFollowUp(text: string, file: ContentFile): Parsed<FollowUp> {
  if (!isFollowUpId(file.id))
    return { problems: [fault(file.name, 1, 'file', `must be named ${followUpIds.join(' / ')}`)] };
  const split = splitFile(text, file, followUpMatter);
  if (!split.value) return split;
  const { matter, bodyLine } = split.value;
  const body = split.value.body.trim();
  const blank = split.value.body.length - split.value.body.trimStart().length;
  const at = { file: file.name, line: bodyLine + blank, field: 'body' };
  const problems = [...lengthProblems(body, at), ...codeProblems(body, at)];
  if (problems.length > 0) return { problems };
  return {
    value: {
      ...matter,
      phrasings: file.phrasings,
      sources: toSources(matter.sources),
      locale: file.locale,
      body: tighten(body),
    },
    problems: [],
  };
}
