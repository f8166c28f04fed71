import { checkParameters, hasManyRuns, type ParameterProblem } from '../demos/index.ts';
import { isLessonId, lessonIds } from '../ids.ts';
import type { Lesson, LessonStep } from '../lessons/index.ts';
import type { Draft, Fact } from './draft.ts';
import type { Problem } from './problem.ts';
import { lessonMatter, type LessonMatter } from './lesson-schema.ts';
import {
  factsOf,
  fault,
  lengthProblems,
  misnamedFile,
  splitFile,
  tighten,
  type ContentFile,
  type SplitFile,
} from './split-file.ts';

type Step = LessonMatter['steps'][number];

/** One Markdown file: the steps as YAML between two `---` lines, then what the lesson is about. */
export function readLesson(text: string, file: ContentFile): Draft<Lesson> {
  if (!isLessonId(file.id)) return misnamedFile(file, lessonIds);
  const split = splitFile(text, file, lessonMatter);
  const body = split.body.trim();
  const at = { file: file.name, line: split.bodyLine + 1, field: 'body' };
  const problems = [...split.problems, ...lengthProblems(body, at), ...demoProblems(split)];
  return {
    file: file.name,
    id: file.id,
    facts: [...factsOf(split, ['minutes']), ...stepFacts(split)],
    problems,
    ...(split.value && problems.length === 0 && { item: toLesson(split.value, file, body) }),
  };
}

function toLesson(matter: LessonMatter, { locale }: ContentFile, body: string): Lesson {
  return { ...matter, locale, text: tighten(body), steps: matter.steps.map(toStep) };
}

function toStep(step: Step): LessonStep {
  const checked = checkParameters(step.demo);
  if (!checked.ok) throw new Error(`${step.title}: ${checked.problem.field}`);
  const demo = checked.parameters;
  if (step.kind === 'everybody-trains') return { ...step, demo };
  const answers = step.answers.map(({ right = false, ...one }) => ({ ...one, isRight: right }));
  return { ...step, demo, answers };
}

function demoProblems({ file, value, lineAt }: SplitFile<LessonMatter>): Problem[] {
  return (value?.steps ?? []).flatMap(({ kind, demo }, at) => {
    const faultIn = (field: string, what: string) => {
      const path = ['steps', at, 'demo', field];
      return [fault(file, lineAt(path), path.join('.'), what)];
    };
    const checked = checkParameters(demo);
    if (checked.ok)
      return kind === 'predict' || hasManyRuns(checked.parameters)
        ? []
        : faultIn('runs', 'must be at least 41, so that the runs of a class make one histogram');
    const { problem } = checked;
    return faultIn(problem.field === 'sameValues' ? 'values' : problem.field, sayProblem(problem));
  });
}

function sayProblem(problem: ParameterProblem): string {
  switch (problem.field) {
    case 'cause':
    case 'variant':
      return `must be one of ${problem.known.join(', ')}`;
    case 'runs':
      return `must be a whole number from ${problem.fewest} to ${problem.most}`;
    case 'values':
      return `must be two ${problem.whole ? 'whole numbers' : 'numbers'} from ${problem.low} to ${problem.high}`;
    case 'data':
      return 'must work without a file';
    case 'sameValues':
      return 'must be two different values';
    case 'seed':
      return 'must be 1 to 16 letters, digits, - or _';
  }
}

/** What the steps do, and which answers are right, is the same in every language. */
function stepFacts({ value, lineAt }: SplitFile<LessonMatter>): Fact[] {
  if (!value) return [];
  const line = lineAt(['steps']);
  return [
    { id: 'steps', field: 'steps', line, value: value.steps.length, what: 'their number ' },
    ...value.steps.map((step, at) => ({
      id: `steps.${at}`,
      field: `steps.${at}`,
      line: lineAt(['steps', at]),
      value: sameInEveryLanguage(step),
      what: 'what is not prose ',
    })),
  ];
}

const sameInEveryLanguage = (step: Step) => [
  step.kind,
  step.demo,
  step.kind === 'predict'
    ? step.answers.map(({ right, condition }) => [right, condition])
    : step.condition,
];
