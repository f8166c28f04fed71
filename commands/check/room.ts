import type { Block } from '../framework/reply.ts';

/** What blocks take of a message: characters of text, and components. */
export interface Size {
  readonly text: number;
  readonly components: number;
}

/** What Discord takes, and a little less: the container counts too. */
const most: Size = { text: 3_950, components: 38 };

export function sizeOf(blocks: readonly Block[]): Size {
  const each = blocks.map((block) => ({
    text: block.kind === 'text' ? block.markdown.length : 0,
    components: block.kind === 'buttons' ? 1 + block.buttons.length : 1,
  }));
  return {
    text: each.reduce((sum, { text }) => sum + text, 0),
    components: each.reduce((sum, { components }) => sum + components, 0),
  };
}

/** What is left beside these. */
export function roomFor(blocks: readonly Block[]): Size {
  const { text, components } = sizeOf(blocks);
  return { text: most.text - text, components: most.components - components };
}
