/** The tables of the README, as Markdown. */
import { ERRORS, type ErrorCode } from '../../src/model/errors.js';
import { OPERATIONS } from '../../src/protocol/operations.js';
import { STATUS } from '../../src/protocol/status.js';
import {
  elementsOf,
  sharedOf,
  type Declaration,
  type Described,
  type Manifest,
  type Member,
} from './manifest.js';

/** A section an element, then what all of them have. */
export function elementSections(manifest: Manifest): string {
  const shared = sharedOf(manifest);
  const sections = elementsOf(manifest).map((element) => section(`\`<${element.tagName}>\``, element));
  const description = 'Custom properties are set on it, or on any ancestor.';
  const all = shared ? [section('Every element that draws', { ...shared, description })] : [];
  return [...sections, ...all].join('\n\n');
}

function section(title: string, { description, ...element }: Declaration): string {
  return [`### ${title}`, prose(description), table(['kind', 'name', 'what it is'], rowsOf(element))]
    .filter(Boolean)
    .join('\n\n');
}

function rowsOf({ attributes, members, events, slots, cssParts, cssProperties }: Declaration): string[][] {
  const row = (kind: string, one: Described, name = one.name): string[] => [
    kind,
    name && code(name),
    about(one),
  ];
  return [
    ...own(members).map((member) => row(kindOf(member), member, signatureOf(member))),
    ...own(attributes)
      .filter(({ fieldName }) => !fieldName)
      .map((one) => row('attribute', one)),
    ...own(events).map((one) => row('event', one)),
    ...own(slots).map((one) => row(one.name ? 'slot' : 'default slot', one)),
    ...own(cssParts).map((one) => row('part', one)),
    ...own(cssProperties).map((one) => row('custom property', one)),
  ];
}

function own<T extends Described>(all: readonly T[] = []): T[] {
  return all.filter(({ inheritedFrom }) => !inheritedFrom);
}

function kindOf(member: Member): string {
  if (member.attribute) return typeOf(member) ? 'attribute, property' : 'attribute';
  return member.readonly ? 'property, read only' : 'property';
}

function signatureOf(member: Member): string {
  const type = typeOf(member);
  return type ? `${member.name}: ${type}` : member.name;
}

/** Where it is more than a text. */
function typeOf({ type }: Member): string | undefined {
  const text = type?.text.replace(/ \| undefined$/, '');
  return text === 'string' ? undefined : text;
}

function about({ description = '', default: preset }: Described): string {
  return preset ? `${prose(description)} Default: ${code(preset)}.` : prose(description);
}

/** What one may ask of a backend. */
export function routesTable(): string {
  const rows = Object.values(OPERATIONS)
    .filter(({ path }) => !path.startsWith('/admin/'))
    .map(({ method, path, summary }) => [code(`${method} ${path}`), summary]);
  return table(['request', 'answer'], rows);
}

/** Every code with its status; a dash where the error is made on the page and never crosses the wire. */
export function errorsTable(): string {
  const status = (error: ErrorCode): string => String(STATUS[error] ?? (error === 'internal' ? 500 : '–'));
  const rows = (Object.keys(ERRORS) as ErrorCode[]).map((error) => [
    code(error),
    status(error),
    ERRORS[error],
  ]);
  return table(['code', 'HTTP', 'what it says'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (!rows.length) return '';
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;
const prose = (text = ''): string => text.replaceAll(/\s+/g, ' ').trim();
