import type { Trained } from '../../src/outputs-check/index.ts';
import { wordsFor } from '../../src/words/index.ts';
import { defineAction } from '../framework/action.ts';
import type { Filled, Form } from '../framework/form.ts';
import type { Reader } from '../parts/reader.ts';
import { differences, isDiffers, type Differs } from './differs.ts';
import { codeFiles, outputFiles, sentFile, sentText, type Sent } from './sent.ts';

/** By these names they come back when they are filled in: never change one. */
export const forms = {
  code: defineAction('check.code', {}),
  outputs: defineAction('check.outputs', {}),
};

/** Names of the fields. */
const [file, paste, choice] = ['file', 'paste', 'choice'] as const;

export function codeForm({ locale, owner }: Reader, chosen?: Differs): Form {
  const { form, differs } = wordsFor(locale).replies.check;
  return {
    customId: forms.code.id(owner, {}),
    title: form.codeTitle,
    fields: [
      {
        kind: 'file',
        name: file,
        label: form.file,
        description: form.codeFile,
        fileTypes: codeFiles,
      },
      { kind: 'paragraph', name: paste, label: form.paste },
      {
        kind: 'choice',
        name: choice,
        label: form.differs,
        choices: differences.map((value) => ({
          value,
          label: differs[value],
          isChosen: value === chosen,
        })),
      },
    ],
  };
}

export function outputsForm({ locale, owner }: Reader, chosen?: Trained): Form {
  const words = wordsFor(locale);
  const { form } = words.replies.check;
  return {
    customId: forms.outputs.id(owner, {}),
    title: form.outputsTitle,
    fields: [
      {
        kind: 'file',
        name: file,
        label: form.file,
        description: form.outputsFile,
        fileTypes: outputFiles,
      },
      { kind: 'paragraph', name: paste, label: form.paste },
      {
        kind: 'choice',
        name: choice,
        label: form.trained,
        choices: (['once', 'each'] as const).map((value) => ({
          value,
          label: words.outputs.trained.answers[value],
          isChosen: value === chosen,
        })),
      },
    ],
  };
}

/** The file, or what was pasted; undefined if neither came. */
export function sentWith({ files, texts }: Filled): Sent | undefined {
  if (files[file]) return sentFile(files[file]);
  const text = texts[paste] ?? '';
  return text.trim() === '' ? undefined : sentText(text);
}

export function differsIn({ texts }: Filled): Differs | undefined {
  const value = texts[choice] ?? '';
  return isDiffers(value) ? value : undefined;
}

export function trainedIn({ texts }: Filled): Trained | undefined {
  const value = texts[choice];
  return value === 'once' || value === 'each' ? value : undefined;
}
