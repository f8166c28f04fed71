export type Child = Node | string | undefined | false | readonly Child[];

interface Properties {
  readonly class?: string | undefined;
  readonly on?: {
    readonly [Type in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Type]) => void;
  };
  readonly [attribute: string]: unknown;
}

/**
 * A new element. Text goes in as text, never as markup: what people and bots write can't become part of the page.
 * `true` sets an attribute without a value, `false` and `undefined` leave it out.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { on = {}, ...attributes }: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string' || typeof value === 'number')
      element.setAttribute(name, String(value));
  for (const [type, listener] of Object.entries(on))
    element.addEventListener(type, listener as EventListener);
  append(element, children);
  return element;
}

function append(parent: ParentNode, children: readonly Child[]): void {
  for (const child of children)
    if (typeof child === 'string' || child instanceof Node) parent.append(child);
    else if (Array.isArray(child)) append(parent, child);
}

/** An icon of one path, drawn in the colour of the text; without meaning for screen readers. */
export function icon(path: string, viewBox = '0 0 24 24'): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/** Everything in `attributes` that must be `"true"` or `"false"`, as ARIA wants it. */
export const truth = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false');
