import { outputsAltText, outputsConfig, renderChart } from '../charts/index.ts';
import { checkCode, diffOf, type Asked, type Checked } from '../code-check/index.ts';
import { checkFile, type OutputsCheck, type Refusal, type Told } from '../outputs-check/index.ts';
import { readSeries, type ReadSeries } from '../series/index.ts';
import { wordsFor, type Locale, type Terms } from '../words/index.ts';

/** Something that a person sent, to be looked through. */
export type Exhibit =
  | { readonly kind: 'code'; readonly input: Asked }
  | {
      readonly kind: 'outputs';
      readonly bytes: Uint8Array;
      readonly told: Told;
      /** The language of the chart and its alt text. */
      readonly locale: Locale;
    }
  | { readonly kind: 'series'; readonly bytes: Uint8Array; readonly column?: string | undefined };

/** What travels to the child. */
export type ExamineTask = Exhibit & {
  /** Those of the parent, which may have changed since the child started; undefined: those of the file. */
  readonly terms: Terms | undefined;
};

export type Examined = ExaminedCode | ExaminedOutputs | ExaminedSeries;

export interface ExaminedSeries {
  readonly kind: 'series';
  readonly read: ReadSeries;
}

export interface ExaminedCode {
  readonly kind: 'code';
  readonly checked: Checked;
  /** All suggested changes as one unified diff; empty where there are none. */
  readonly diff: string;
}

export interface ExaminedOutputs {
  readonly kind: 'outputs';
  readonly checked:
    | {
        readonly ok: true;
        readonly check: Omit<OutputsCheck, 'outputs'>;
        readonly png: Buffer;
        readonly altText: string;
      }
    | { readonly ok: false; readonly refusal: Refusal };
}

export async function examine(task: Exhibit): Promise<Examined> {
  switch (task.kind) {
    case 'code':
      return examineCode(task.input);
    case 'outputs':
      return examineOutputs(task);
    case 'series':
      return { kind: 'series', read: readSeries(task.bytes, task.column) };
  }
}

function examineCode(input: Asked): ExaminedCode {
  const checked = checkCode(input);
  return { kind: 'code', checked, diff: checked.ok ? diffOf(input, checked.report.findings) : '' };
}

/** Draws here, even where there is a host for charts: these are somebody's own numbers. */
async function examineOutputs({
  bytes,
  told,
  locale,
}: Extract<Exhibit, { kind: 'outputs' }>): Promise<ExaminedOutputs> {
  const checked = checkFile(bytes, told);
  if (!checked.ok) return { kind: 'outputs', checked };
  const words = wordsFor(locale);
  const { outputs: _outputs, ...check } = checked.check;
  const story = words.tellOutputs(checked.check);
  const { png } = await renderChart(outputsConfig(checked.check, story, words));
  const altText = outputsAltText(checked.check, story, words);
  return { kind: 'outputs', checked: { ok: true, check, png, altText } };
}
