import { writtenLocales } from '../../src/content/index.ts';
import { addClaim, addEntry, addLine, addToRow } from './lists.ts';
import type { Request } from './request.ts';
import { claimOf, demoFile, keyOf, lessonFile, pageFile, phrasingsFile } from './skeletons.ts';

/** What is done to the project, by file. */
export interface Changes {
  readonly files: Readonly<Record<string, string>>;
  readonly edits: Readonly<Record<string, (text: string) => string>>;
}

export function changesFor(request: Request): Changes {
  const { id } = request;
  switch (request.kind) {
    case 'topic':
      return {
        files: pagesOf(id),
        edits: {
          'src/ids.ts': (text) => addLine(text, 'export const topicIds', `'${id}',`),
          ...nameOf(id),
        },
      };
    case 'page':
      return {
        files: { ...pagesOf(id, request.variant), ...demoFile(id, request.variant) },
        edits: {
          'src/ids.ts': (text) => addLine(text, 'export const causeIds', `'${id}',`),
          'src/demos/ids.ts': (text) =>
            addLine(text, 'const variantIds', `${keyOf(id)}: ['${request.variant}'],`),
          ...nameOf(id),
        },
      };
    case 'lesson':
      return {
        files: Object.fromEntries(
          writtenLocales.map((locale) => [
            `content/${locale}/lessons/${id}.md`,
            lessonFile(id, locale),
          ]),
        ),
        edits: { 'src/ids.ts': (text) => addLine(text, 'export const lessonIds', `'${id}',`) },
      };
    case 'variant':
      return {
        files: {},
        edits: {
          'src/demos/ids.ts': (text) => addToRow(text, 'const variantIds', request.cause, id),
          ...Object.fromEntries(
            writtenLocales.map((locale) => [
              `content/${locale}/${request.cause}.md`,
              (text: string) => addClaim(text, claimOf(id)),
            ]),
          ),
        },
      };
  }
}

/** How people call the cause, for what they suspect or rule out. */
const nameOf = (id: string): Changes['edits'] => ({
  'content/evidence.yaml': (text) =>
    addEntry(text, 'names', `${id}: ['TODO what people call it, in small letters']`),
});

/** The page and its phrasings in every language; with a claim if it has a demo. */
function pagesOf(id: string, variant?: string): Record<string, string> {
  return Object.fromEntries(
    writtenLocales.flatMap((locale) => [
      [`content/${locale}/${id}.md`, pageFile(id, locale, variant)],
      [`content/${locale}/phrasings/${id}.yaml`, phrasingsFile(locale)],
    ]),
  );
}
