import { utf8InPassing } from './utf8.js';

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7f]*$/;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const STANDARD = `${DIGITS}+/`;
const URL_SAFE = `${DIGITS}-_`;

/** Bytes whose digits are made into text at once: as many as the arguments of one call may be. */
const CHUNK = 3072;

/** RFC 4648 §4: with padding. */
export const base64 = (bytes: Uint8Array): string =>
  encoded(bytes, STANDARD_CODES) + '='.repeat((3 - (bytes.length % 3)) % 3);

/** The same of a text's UTF-8; at once where it is all ASCII, as nearly all entries are. */
export const base64OfText = (text: string): string =>
  ASCII.test(text) ? btoa(text) : base64(utf8InPassing(text));

/** RFC 4648 §5, without padding. */
export const base64url = (bytes: Uint8Array): string => encoded(bytes, URL_SAFE_CODES);

const codesOf = (alphabet: string): Uint8Array => Uint8Array.from(alphabet, (digit) => digit.charCodeAt(0));
const STANDARD_CODES = codesOf(STANDARD);
const URL_SAFE_CODES = codesOf(URL_SAFE);

/** By hand: it runs for every hash of a receipt, on platforms with and without `Buffer`. */
function encoded(bytes: Uint8Array, alphabet: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const to = Math.min(from + CHUNK, bytes.length);
    const codes: number[] = [];
    for (let i = from; i < to; i += 3) {
      const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
      for (let shift = 18; shift >= 0; shift -= 6) codes.push(alphabet[(group >> shift) & 63] ?? 0);
    }
    codes.length = Math.ceil(((to - from) * 4) / 3);
    text += String.fromCharCode(...codes);
  }
  return text;
}

/** The bytes; `undefined` where the text is not exactly what `base64` would write. */
export const fromBase64 = (text: string): Uint8Array | undefined =>
  text.length % 4 === 0 ? decoded(text.replace(/={1,2}$/, ''), STANDARD_VALUES) : undefined;

/** The bytes; `undefined` where the text is not exactly what `base64url` would write. */
export const fromBase64url = (text: string): Uint8Array | undefined => decoded(text, URL_SAFE_VALUES);

/** No digit. */
const NONE = 64;

/** By the digits' codes; all others are no digits. */
function valuesOf(codes: Uint8Array): Uint8Array {
  const values = new Uint8Array(128).fill(NONE);
  for (const [value, code] of codes.entries()) values[code] = value;
  return values;
}
const STANDARD_VALUES = valuesOf(STANDARD_CODES);
const URL_SAFE_VALUES = valuesOf(URL_SAFE_CODES);

/** By hand, as `encoded`: it runs for every hash of a tile. */
function decoded(digits: string, values: Uint8Array): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  let group = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = values[digits.charCodeAt(i)] ?? NONE;
    if (value === NONE) return undefined;
    group = ((group << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = group >> bits;
  }
  // One text for each byte string: bits left over are nought, and fewer than a digit's.
  return bits < 6 && (group & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}
