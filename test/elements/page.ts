/** What the tests of elements ask of a page: what is there to see, to hear and to press. */
import { fixture, waitUntil } from '@open-wc/testing';
import { a11ySnapshot, executeServerCommand } from '@web/test-runner-commands';
import type { LitElement, TemplateResult } from 'lit';
import { currentLanguage, languageReady, moreMessages } from '../../src/elements/shared/localize.js';
import { receiptWords } from '../../src/elements/voix-receipt/words.js';

/** An element of the page's first, once it and the sentences that few need are there. */
export async function shown<T extends LitElement>(template: TemplateResult): Promise<T> {
  const element = await fixture<T>(template);
  await wordsReady();
  await element.updateComplete;
  return element;
}

/** Resolves once this holds, on a machine however busy. Throws with the message where it never does. */
export const eventually = (holds: () => unknown, message?: string): Promise<void> =>
  waitUntil(holds, message, { timeout: 20_000, interval: 20 });

/** Resolves once all the sentences of the page's language are there. */
export async function wordsReady(): Promise<void> {
  await languageReady();
  await eventually(() => moreMessages(() => {}), 'the sentences that few need do not come');
  const { lang } = currentLanguage()!;
  await eventually(() => receiptWords(lang, () => {}), 'the sentences of the receipt do not come');
}

/** Changes the language of the page. */
export async function speak(lang: string): Promise<void> {
  document.documentElement.lang = lang;
  await Promise.resolve();
  await wordsReady();
}

/**
 * Puts the visitor's own colours in the place of the page's, as Windows' contrast themes do, or takes them back.
 * @throws Error where the browser does not: nothing would be shown then
 */
export async function forceColours(is: 'active' | 'none'): Promise<void> {
  await executeServerCommand('forced-colours', is);
  if (!matchMedia(`(forced-colors: ${is})`).matches) throw new Error('colours cannot be forced here');
}

/** A node's children as they are laid out: shadow trees opened, slots filled. */
function laidOut(node: Node): Iterable<Node> {
  if (node instanceof HTMLSlotElement && node.assignedNodes().length) return node.assignedNodes();
  return ((node instanceof Element && node.shadowRoot) || node).childNodes;
}

const isDrawn = (element: Element): boolean =>
  element.localName !== 'style' &&
  (element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents');

/** Every text that is drawn in an element, whatever shadow trees it lies in. */
export function* texts(node: Node): Generator<Text> {
  if (node instanceof Text && node.data.trim()) yield node;
  if (node instanceof Element && !isDrawn(node)) return;
  for (const child of laidOut(node)) yield* texts(child);
}

/** What is there to read in an element; spaces squeezed, one between what stands in different elements. */
export function seen(node: Node): string {
  let said = '';
  let before: Node | null = null;
  for (const text of texts(node)) {
    said += before === text.parentNode ? text.data : ` ${text.data}`;
    before = text.parentNode;
  }
  return said.replace(/\s+/g, ' ').trim();
}

/** Every element in a node that matches, whatever shadow trees it lies in. */
export function everywhere<T extends Element = HTMLElement>(node: ParentNode, selector: string): T[] {
  const below = (element: Element) => (element.shadowRoot ? everywhere<T>(element.shadowRoot, selector) : []);
  const beside = [...node.querySelectorAll<T>('*')];
  return [
    ...(node instanceof Element ? below(node) : []),
    ...beside.flatMap((element) => [...(element.matches(selector) ? [element] : []), ...below(element)]),
  ];
}

/** The one such element. Throws where there is none, or more than one. */
export function only<T extends Element = HTMLElement>(node: ParentNode, selector: string): T {
  const found = everywhere<T>(node, selector);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${selector}`);
  return found[0];
}

/** The one button that says this. */
export function button(node: ParentNode, says: string): HTMLButtonElement {
  const found = everywhere<HTMLButtonElement>(node, 'button').filter((one) => seen(one).includes(says));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} buttons that say "${says}"`);
  return found[0];
}

/** A node of the accessibility tree. */
export interface Heard {
  readonly role: string;
  readonly name?: string;
  readonly description?: string;
  readonly disabled?: boolean;
  readonly focused?: boolean;
  readonly checked?: boolean;
  readonly pressed?: boolean;
  readonly level?: number;
  readonly modal?: boolean;
  readonly children?: readonly Heard[];
}

/** What Firefox says of every field for files after its name, and WebKit before it. */
export const FILES = / Browse….*$|^Choose File /;

/** What is told of a page besides what one can name, reach or press: Chromium is not asked for it. */
const STRUCTURE = new Set(
  'StaticText RootWebArea document generic paragraph code article group list listitem listbox table row cell columnheader rowheader'.split(
    ' ',
  ),
);

/**
 * The page as assistive technology has it, flattened: what can be named, reached or pressed.
 */
export async function heard(): Promise<Heard[]> {
  const flat = (node: Heard): Heard[] => [node, ...(node.children ?? []).flatMap(flat)];
  const page = (await a11ySnapshot({})) as unknown as Heard;
  return flat(page)
    .filter(({ role }) => !STRUCTURE.has(role))
    .map((one) => ({ ...one, name: one.name?.replace(FILES, '') ?? '' }));
}

const STOPS =
  'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, iframe, [tabindex]';

/** Where Tab stops in an element, in order; of radios that belong together at one. */
export function focusable(node: Node): HTMLElement[] {
  if (node instanceof Element && (!isDrawn(node) || (node instanceof HTMLElement && node.inert))) return [];
  const own = node instanceof HTMLElement && node.matches(STOPS) && node.tabIndex >= 0 && !isPassedOver(node);
  return [...(own ? [node] : []), ...[...laidOut(node)].flatMap(focusable)];
}

function isPassedOver(node: Element): boolean {
  if (!(node instanceof HTMLInputElement) || node.type !== 'radio') return false;
  const group = [
    ...(node.getRootNode() as ShadowRoot).querySelectorAll<HTMLInputElement>('input[type=radio]'),
  ];
  const together = group.filter(({ name, form }) => name === node.name && form === node.form);
  return node !== (together.find(({ checked }) => checked) ?? together[0]);
}

const isWebKitGTK = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);

/** What needs a window as narrow as a phone, or a visitor's own colours: WebKitGTK has neither to give. */
export const adjusted = isWebKitGTK ? () => {} : it;
export const describeAdjusted = isWebKitGTK ? () => {} : describe;

/** The element that has the focus, whatever shadow trees it lies in. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
