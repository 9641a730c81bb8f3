/** What opens the ballots' commitments. */
import { fromBase64Url, textOf, toBase64Url, utf8, type Sha256 } from './bytes.js';
import type { Choice } from './register.js';
import type { Rules } from './rules.js';

export interface Opening {
  /** b64url of 16 bytes. */
  readonly salt: string;
  readonly text: string;
}

/** `null`: no ballot is there. `undefined`: no line of the format. */
export type OpeningLine = Opening | null | undefined;

/** A file of openings, a line an entry. `undefined` where it is no text at all. */
export function readOpenings(bytes: Uint8Array): OpeningLine[] | undefined {
  const text = textOf(bytes);
  const lines = text?.split('\n');
  if (lines?.at(-1) === '') lines.pop();
  return lines?.map(readLine);
}

function readLine(line: string): OpeningLine {
  if (line === 'null') return null;
  const [, salt, text] = /^\["([\w-]{21}[AQgw])","([a-z]+:[\d,]{1,8000})"\]$/.exec(line) ?? [];
  return salt === undefined || text === undefined ? undefined : { salt, text };
}

const PREFIX = utf8('voix-choice/1\n');
const SALT = 16;
let scratch = new Uint8Array(256);
scratch.set(PREFIX);

/** What a ballot's `choice` must be. */
export function commitment(sha256: Sha256, { salt, text }: Opening): string {
  const start = PREFIX.length + SALT;
  const end = start + text.length;
  if (end > scratch.length) {
    scratch = new Uint8Array(2 * end);
    scratch.set(PREFIX);
  }
  scratch.set(fromBase64Url(salt) ?? [], PREFIX.length);
  for (let i = 0; i < text.length; i++) scratch[start + i] = text.charCodeAt(i);
  return toBase64Url(sha256(scratch.subarray(0, end)));
}

/** The marks of a text; `undefined` where a ballot cannot be filled in like that under these rules. */
export function readChoice(text: string, { method, max, candidates }: Rules): Choice | undefined {
  const colon = text.indexOf(':');
  if (text.slice(0, colon) !== method) return undefined;
  const numbers = text.slice(colon + 1).split(',');
  if (numbers.length > max || !numbers.every((one) => /^[1-9]\d{0,5}$/.test(one))) return undefined;
  const marks = numbers.map(Number);
  const ascending = marks.every((mark, i) => i === 0 || mark > (marks[i - 1] ?? 0));
  return ascending && marks.every((mark) => candidates.has(mark)) ? { text, marks } : undefined;
}
