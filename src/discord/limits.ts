import type { Block, Reply } from '../../commands/index.ts';

/** Discord's limits (API v10) on what we send. */
export const limits = {
  /** Characters of all text in a message. */
  text: 4_000,
  components: 40,
  customId: 100,
  /** Discord takes 80, but cuts what is longer than this on a phone. */
  buttonLabel: 34,
  buttonsInARow: 5,
  /** Choices of a select menu or an autocomplete. */
  choices: 25,
  /** Characters of the label, the description or the value of a choice. */
  choiceText: 100,
  placeholder: 150,
  altText: 1_024,
  /** Bytes of all files of a message, in a server without boosts. */
  files: 10 * 1024 * 1024,
} as const;

/** Splits text into what a reader sees as one character; it may be several code points, e.g. a family emoji. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts the text to at most `most` UTF-16 units, never within a character. An ellipsis shows that something is cut. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text.slice(0, most))) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Everything in a reply that Discord would refuse. */
export function problemsOf({ blocks }: Reply): string[] {
  const customIds = blocks.flatMap(customIdsOf);
  return [
    ...tooMany('characters of text', sum(blocks.map(textLength)), limits.text),
    // The container counts as one component too.
    ...tooMany('components', 1 + sum(blocks.map(componentsOf)), limits.components),
    ...tooMany('bytes of files', sum(blocks.map(bytesOf)), limits.files),
    ...customIds.flatMap((id) => tooMany(`characters in "${id}"`, id.length, limits.customId)),
    ...(new Set(customIds).size < customIds.length ? ['two parts have the same custom_id'] : []),
    ...blocks.flatMap(problemsOfBlock),
  ];
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

const tooMany = (what: string, count: number, most: number): string[] =>
  count > most ? [`${count} ${what}, at most ${most}`] : [];

function textLength(block: Block): number {
  if (block.kind === 'text') return block.markdown.length;
  return block.kind === 'quote' ? block.text.length : 0;
}

function componentsOf(block: Block): number {
  if (block.kind === 'buttons') return 1 + block.buttons.length;
  return block.kind === 'select' || block.kind === 'pick' ? 2 : 1;
}

function bytesOf(block: Block): number {
  if (block.kind === 'chart') return block.png.length;
  if (block.kind === 'animation') return block.gif.length;
  return block.kind === 'file' ? block.bytes.length : 0;
}

function customIdsOf(block: Block): string[] {
  if (block.kind === 'buttons') return block.buttons.map((button) => button.customId);
  return block.kind === 'select' || block.kind === 'pick' ? [block.customId] : [];
}

function problemsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return block.markdown.trim() === '' ? ['an empty text'] : [];
    case 'quote':
      return block.text.trim() === '' ? ['an empty quote'] : [];
    case 'buttons':
      return [
        ...(block.buttons.length === 0 ? ['a row without buttons'] : []),
        ...tooMany('buttons in a row', block.buttons.length, limits.buttonsInARow),
        ...block.buttons.flatMap(({ label }) =>
          tooMany(`characters in "${label}"`, label.length, limits.buttonLabel),
        ),
      ];
    case 'select':
      return [
        ...tooMany('choices', block.choices.length, limits.choices),
        ...block.choices.flatMap(({ label, value, description = '' }) =>
          [label, value, description].flatMap((text) =>
            tooMany(`characters in "${text}"`, text.length, limits.choiceText),
          ),
        ),
      ];
    case 'chart':
    case 'animation':
      return tooMany('characters of alt text', block.altText.length, limits.altText);
    case 'pick':
      return tooMany('choices', block.most, limits.choices);
    case 'file':
    case 'divider':
      return [];
  }
}
