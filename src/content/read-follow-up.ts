import { followUpIds, isFollowUpId } from '../ids.ts';
import { codeFact, codeProblems } from './code.ts';
import type { Draft } from './draft.ts';
import type { FollowUp } from './page.ts';
import { followUpMatter, type FollowUpMatter } from './schema.ts';
import {
  factsOf,
  lengthProblems,
  misnamedFile,
  splitFile,
  tighten,
  toSources,
  type ContentFile,
} from './split-file.ts';

/** One Markdown file: YAML between two `---` lines, then one text without sections. */
export function readFollowUp(text: string, file: ContentFile): Draft<FollowUp> {
  if (!isFollowUpId(file.id)) return misnamedFile(file, followUpIds);
  const split = splitFile(text, file, followUpMatter);
  const body = split.body.trim();
  const blank = split.body.length - split.body.trimStart().length;
  const at = { file: file.name, line: split.bodyLine + blank, field: 'body' };
  const problems = [...split.problems, ...lengthProblems(body, at), ...codeProblems(body, at)];
  return {
    file: file.name,
    id: file.id,
    facts: [...factsOf(split, ['see', 'sources']), codeFact('body', 'body', at.line, body)],
    problems,
    ...(split.value && problems.length === 0 && { item: toFollowUp(split.value, file, body) }),
  };
}

const toFollowUp = (
  matter: FollowUpMatter,
  { locale, phrasings }: ContentFile,
  body: string,
): FollowUp => ({
  ...matter,
  phrasings,
  sources: toSources(matter.sources),
  locale,
  body: tighten(body),
});
