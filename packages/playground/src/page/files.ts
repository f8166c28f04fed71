import { h } from './dom.ts';

interface FileSettings {
  readonly fileTypes?: readonly string[] | undefined;
  readonly most?: number | undefined;
  /** Attributes of the element. */
  readonly [attribute: string]: unknown;
}

/** A field for files. Enter or the space bar opens the list of files, as in every browser. */
export const fileInput = ({ fileTypes = [], most = 1, ...attributes }: FileSettings) =>
  h('input', {
    type: 'file',
    accept: fileTypes.map((type) => (type.startsWith('.') ? type : `${type}/*`)).join(','),
    multiple: most > 1,
    ...attributes,
  });
