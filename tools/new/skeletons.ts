import { headings, type WrittenLocale, type WrittenSection } from '../../src/content/index.ts';

const languages: Readonly<Record<WrittenLocale, string>> = {
  en: 'plain English',
  'zh-CN': 'simplified Chinese',
};

/** What is to be written in each section. */
const bodies: Readonly<Record<WrittenSection, string>> = {
  'what-happens':
    'TODO what this cause is and why it makes outputs differ, in two or three paragraphs',
  'when-it-applies':
    'TODO a list: on the same weights called again, on the same weights reloaded, when trained again',
  'how-to-check': 'TODO what to run, and what each result means',
  'fix-keras': '```python\n# TODO the fix, at most 72 columns wide\n```',
  'fix-pytorch': '```python\n# TODO the fix, at most 72 columns wide\n```',
  'fix-tensorflowjs':
    '```js\n// TODO the fix; tests/content/snippets/effects.ts says what it does\n```',
  'what-the-fix-does-not-fix': 'TODO a list of what still differs afterwards',
};

/** A page on which everything is still to write. `variant`: the first of its demo, if it has one. */
export function pageFile(id: string, locale: WrittenLocale, variant?: string): string {
  const sections = Object.entries(headings[locale]) as [WrittenSection, string][];
  return [
    '---',
    `id: ${id}`,
    `title: TODO in ${languages[locale]}, at most 60 characters`,
    'answer: TODO the answer in one line, at most 240 characters',
    'cases: [TODO some of same-weights, reloaded, retrained, changed-settings]',
    ...(variant === undefined
      ? ['under: TODO the page whose special case this is; delete the line if there is none']
      : []),
    'fix:',
    '  pytorch: TODO one line of the code under "Fix in PyTorch"',
    '  keras: TODO one line of the code under "Fix in Keras"',
    '  tfjs: TODO one line of the code under "Fix in TensorFlow.js"',
    'sources:',
    '  - title: TODO author, year and title',
    '    url: https://TODO',
    ...(variant === undefined ? [] : ['claims:', claimOf(variant).trimEnd()]),
    '---',
    ...sections.flatMap(([section, heading]) => ['', `## ${heading}`, '', bodies[section]]),
    '',
  ].join('\n');
}

export const phrasingsFile = (locale: WrittenLocale): string =>
  `phrasings:\n  - TODO at least 15 questions that this page answers, in ${languages[locale]}, each by another person if you can\n`;

/** What a variant must show, before and after its fix. */
export const claimOf = (variant: string): string => `  - variant: ${variant}
    before: 'TODO what 4 runs with seed 7 show, for example { identical: false, minSpread: 0.1 }'
    after: 'TODO the same with the cause held fixed, for example { identical: true, maxSpread: 0 }'
`;

/** A lesson of one step, of which everything but the demo is still to write. */
export const lessonFile = (id: string, locale: WrittenLocale): string => `---
id: ${id}
title: TODO in ${languages[locale]}, at most 60 characters
minutes: 15
steps:
  # As many as there is time for. \`kind: everybody-trains\` has a condition and no answers.
  - kind: predict
    title: TODO what this step is about
    demo: { cause: dropout, variant: inference, runs: 30, seed: class-1 }
    prompt: TODO what is asked before the demo runs, at most 400 characters
    answers:
      - answer: TODO the right answer, at most 120 characters
        right: true
        feedback: TODO why it is right
        condition: { before: { identical: false }, after: { identical: true } }
      - answer: TODO a misconception that people really have
        feedback: TODO what is wrong with it
        condition: { before: { identical: true } }
    discussion: TODO what to talk about, once the result is seen
    explanation: TODO why the result is so, in one sentence
---

TODO what the lesson is about, without giving anything away
`;

/** An id as the key of a record. */
export const keyOf = (id: string): string => (id.includes('-') ? `'${id}'` : id);

/** The demo of a cause, with what the compiler then misses. */
export function demoFile(id: string, variant: string): Record<string, string> {
  const name = id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const text = `import type { Demo } from '../plan.ts';

export const ${name}: Demo<'${id}'> = {
  ${keyOf(variant)}: {
    defaultRuns: 8,
    // The cause at work, and the same held fixed: a \`Plan\`. initial-weights.ts is the shortest example.
    plan: TODO,
  },
};
`;
  return { [`src/demos/causes/${id}.ts`]: text };
}
