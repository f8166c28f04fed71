import { followUpIds, isCauseId, isLessonId, pageIds, type CauseId } from '../../src/ids.ts';
import { studyIds, variantsOf } from '../../src/demos/index.ts';

/** What is to be made. */
export type Request =
  /** A cause with a demo, which begins with one variant. */
  | { readonly kind: 'page'; readonly id: string; readonly variant: string }
  | { readonly kind: 'topic'; readonly id: string }
  | { readonly kind: 'lesson'; readonly id: string }
  | { readonly kind: 'variant'; readonly cause: CauseId; readonly id: string };

const usage = `Usage: npm run new -- page <id>              a cause with a page and a demo; <id>/<variant> names its first variant
       npm run new -- topic <id>             a page without a demo
       npm run new -- variant <cause>/<id>   another variant of a demo
       npm run new -- lesson <id>            what a class does together
An id is small letters with hyphens, for example early-stopping.`;

const taken: readonly string[] = [...pageIds, ...followUpIds, ...studyIds];

/** The command line's words as a request, or one sentence on what is wrong with them. */
export function readRequest(
  args: readonly string[],
):
  | { readonly ok: true; readonly value: Request }
  | { readonly ok: false; readonly problem: string } {
  const refuse = (problem: string) => ({ ok: false as const, problem });
  const [kind, name = '', ...more] = args;
  const [first = '', second, ...rest] = name.split('/');
  const areIds = [first, second ?? 'x'].every((id) => /^[a-z]+(-[a-z]+)*$/.test(id));
  if (more.length > 0 || rest.length > 0 || !areIds) return refuse(usage);
  switch (kind) {
    case 'page':
    case 'topic':
      if (kind === 'topic' && second !== undefined) return refuse(usage);
      if (taken.includes(first)) return refuse(`There is a page or demo "${first}" already.`);
      if (kind === 'topic') return { ok: true, value: { kind, id: first } };
      return { ok: true, value: { kind, id: first, variant: second ?? 'retrain' } };
    case 'lesson':
      if (second !== undefined) return refuse(usage);
      if (isLessonId(first)) return refuse(`There is a lesson "${first}" already.`);
      return { ok: true, value: { kind, id: first } };
    case 'variant': {
      if (second === undefined) return refuse(usage);
      if (!isCauseId(first)) return refuse(`There is no cause "${first}" with a demo.`);
      const known: readonly string[] = variantsOf(first);
      if (known.includes(second)) return refuse(`${first} has a variant "${second}" already.`);
      return { ok: true, value: { kind, cause: first, id: second } };
    }
    default:
      return refuse(usage);
  }
}
