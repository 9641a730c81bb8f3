/** A page as nodes: what is text stays text, whatever is in it. */

export interface Element {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}
export type Child = Element | string | number | undefined | false | readonly Child[];
/** `undefined` and `false`: not there. `true`: there, with no value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export const h = (tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Element => ({
  tag,
  attributes,
  children,
});

const VOID = new Set(['meta', 'br', 'link', 'col']);

export function serialise(child: Child): string {
  if (child === undefined || child === false) return '';
  if (typeof child === 'string' || typeof child === 'number') return escaped(String(child));
  if (isList(child)) return child.map(serialise).join('');
  const { tag, attributes, children } = child;
  const start = `<${tag}${Object.entries(attributes).map(attributeText).join('')}>`;
  return VOID.has(tag) ? start : `${start}${children.map(serialise).join('')}</${tag}>`;
}

const isList = (child: Exclude<Child, string | number | undefined | false>): child is readonly Child[] =>
  Array.isArray(child);

function attributeText([name, value]: readonly [string, Attributes[string]]): string {
  if (value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escaped(String(value)).replaceAll('"', '&quot;')}"`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
