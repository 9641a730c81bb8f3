/**
 * What an element is to those who hear it, and how it goes by keyboard. What is heard in each state stands in a
 * file beside this, one an element; where one is not there it is written, to be read and kept.
 */
import { aTimeout, expect } from '@open-wc/testing';
import { a11ySnapshot, executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { everywhere, FILES, focused, focusable, seen, type Heard } from '../page.js';

/** What is named by what is in it: that is not told twice. */
const WHOLE = new Set(
  'button link option checkbox radio textbox searchbox combobox DisclosureTriangle image img slider spinbutton progressbar DateTime ColorWell'.split(
    ' ',
  ),
);
/** Told by every engine in its own way, or by none. */
const UNTOLD = new Set(
  'RootWebArea document generic none paragraph code article list listitem listbox table row rowgroup cell columnheader rowheader LineBreak ListMarker emphasis strong time figure Figcaption caption blockquote term definition LabelText Legend Section InlineTextBox Details group DescriptionList superscript presentation timer'.split(
    ' ',
  ),
);
const FIELDS = new Set(
  'button checkbox radio textbox searchbox combobox slider spinbutton DateTime ColorWell'.split(' '),
);
const ROLES: Readonly<Record<string, string>> = {
  DisclosureTriangle: 'summary',
  img: 'image',
  DateTime: 'date',
  ColorWell: 'button',
};
/** Of a date that cannot be changed Chromium tells the parts alone, Firefox the whole: here its label stands for it. */
const PART = /^(Month|Day|Year|Hours|Minutes|AM\/PM) \1$/;
const squeeze = (text = ''): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

function line({ role, name, description, ...is }: Heard): string {
  return [
    ROLES[role] ?? role,
    is.level ?? '',
    squeeze(name) && `“${squeeze(name)}”`,
    squeeze(description) && `(${squeeze(description)})`,
    is.disabled ? 'disabled' : '',
    is.checked ? 'checked' : '',
    is.pressed ? 'pressed' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What stands before or after a field, and names it: the engines do not agree whether it is told by itself. */
function unnamed(pieces: readonly string[], before = '', after = ''): string {
  const told = (from: number, to?: number) => squeeze(pieces.slice(from, to).join(' '));
  let [start, end] = [0, pieces.length];
  for (let i = 1; i <= pieces.length; i++) {
    if (before && told(0, i) === before) start = i;
    if (after && told(-i) === after) end = pieces.length - i;
  }
  return told(start, end);
}

/** The page, a line for each thing that is told, in order; text as it is. */
async function told(): Promise<string> {
  const lines: string[] = [];
  let pieces: string[] = [];
  let before: string | undefined;
  let isInDate = false;
  const close = (name?: string): void => {
    const text = unnamed(pieces, before, name);
    if (text) lines.push(text);
    pieces = [];
    before = name;
  };
  const tell = (node: Heard, inside: boolean): void => {
    const { role, children = [] } = node;
    const isPart = role === 'spinbutton' && PART.test(node.name ?? '');
    if (isPart || (role === 'DateTime' && node.disabled)) {
      isInDate = isPart;
      return;
    }
    if (isInDate && /^[/,: ]+$/.test(node.name ?? '')) return;
    isInDate = false;
    if (role === 'StaticText') {
      if (!inside && squeeze(node.name)) pieces.push(node.name!);
      return;
    }
    // A heading that is a link is heard as a link.
    const isLink = role === 'heading' && children.some((child) => child.role === 'link');
    if (!UNTOLD.has(role) && !isLink) {
      // Without a mark that is drawn.
      const name = squeeze(node.name)
        .replace(FILES, '')
        .replace(/^[▸▾] /, '');
      close(FIELDS.has(role) ? name : undefined);
      lines.push(line({ ...node, name }));
    }
    if (!WHOLE.has(role)) for (const child of children) tell(child, inside || role === 'heading');
  };
  tell((await a11ySnapshot({})) as unknown as Heard, false);
  close();
  return lines.join('\n');
}

/** @throws AssertionError where Tab does not lead through all that can be pressed or filled in, as it is read */
async function goesByTab(place: Element): Promise<void> {
  const stops = focusable(place);
  const names = stops.map(nameOf);
  stops[0]?.focus();
  const reached = stops.slice(0, 1).map(nameOf);
  for (let i = 1; i < stops.length; i++) {
    let now: Element | null = null;
    const from = focused();
    // What scrolls is a stop of the browser's own, so that it can be scrolled; and so is each part of a date.
    do await sendKeys({ press: 'Tab' });
    while (
      (now = focused()) &&
      (now === from ? isInParts(now) : !stops.includes(now as HTMLElement) && scrolls(now))
    );
    reached.push(now ? nameOf(now) : 'nothing');
    if (now && !isMarked(now)) reached.push(`${nameOf(now)} does not show that it has the focus`);
  }
  expect(reached).to.deep.equal(names);
}

const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflow);
const isInParts = (element: Element): boolean => element.matches('input[type=datetime-local]');

const nameOf = (element: Element): string =>
  `${element.localName} ${element.ariaLabel ?? (seen(element) || element.id)}`.trim();

/** The mark may be drawn around what a field stands in. */
function isMarked(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement) {
    const { outlineStyle, boxShadow } = getComputedStyle(one);
    if (outlineStyle !== 'none' || boxShadow !== 'none') return true;
  }
  return false;
}

/** By state, as it stands in a file; none where there is no such file. */
export async function toldIn(file: string): Promise<Map<string, string>> {
  const text = await executeServerCommand<string, { file: string }>('told', { file });
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return [part.slice(0, end), part.slice(end).trim()] as const;
      }),
  );
}

/**
 * Holds an element on the page against the file.
 * @param from where what is told of it begins
 * @returns what is told, to be written where there is no file
 */
export async function hold(place: Element, before: string | undefined, from = /^/): Promise<string> {
  let now = '';
  // What is loaded, and then drawn, is told a moment later.
  for (let tries = 0; tries < 40; tries++) {
    const all = await told();
    now = all.slice(Math.max(0, all.search(from)));
    if (now === before || (before === undefined && tries > 4)) break;
    await aTimeout(100);
  }
  if (before !== undefined) expect(now).to.equal(before);
  // What is behind a dialog is not there meanwhile.
  const there = everywhere(place, 'dialog:modal')[0] ?? place;
  await expect(there).to.be.accessible();
  await goesByTab(there);
  return now;
}

export const write = (file: string, whose: string, states: ReadonlyMap<string, string>): Promise<unknown> =>
  executeServerCommand('told', {
    file,
    text:
      [
        `# What ${whose} tells, by state`,
        ...[...states].map(([state, said]) => `## ${state}\n\n${said}`),
      ].join('\n\n') + '\n',
  });
