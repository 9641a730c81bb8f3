/** What `h` describes, as nodes of the page. */
import type { Child } from '../dossier/html.js';

/** What of it is SVG. */
const DRAWN = new Set(['svg', 'rect']);

export function nodesOf(child: Child): Node[] {
  if (child === undefined || child === false) return [];
  if (typeof child === 'string' || typeof child === 'number') return [document.createTextNode(String(child))];
  if (!('tag' in child)) return child.flatMap(nodesOf);
  const element = DRAWN.has(child.tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', child.tag)
    : document.createElement(child.tag);
  for (const [name, value] of Object.entries(child.attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value));
  element.append(...child.children.flatMap(nodesOf));
  return [element];
}

/** @throws TypeError where the page has no such part: a mistake of ours */
export function part<E extends HTMLElement>(within: ParentNode, selector: string, kind: new () => E): E {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new TypeError(`no ${selector}`);
}
