const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const STANDARD = `${DIGITS}+/`;
const URL_SAFE = `${DIGITS}-_`;

/** Twelve bits at a time: it runs for every hash of a receipt, on platforms with and without `Buffer`. */
const pairs = [...STANDARD].flatMap((a) => [...STANDARD].map((b) => a + b));

/** RFC 4648 §4: with padding. */
export function base64(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3);
  let text = '';
  for (let i = 0; i < whole; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += (pairs[group >> 12] ?? '') + (pairs[group & 0xfff] ?? '');
  }
  const [a, b] = bytes.subarray(whole);
  if (a === undefined) return text;
  if (b === undefined) return `${text}${pairs[a << 4]}==`;
  const group = (a << 10) | (b << 2);
  return `${text}${pairs[group >> 6]}${STANDARD[group & 63]}=`;
}

/** RFC 4648 §5, without padding. */
export const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** The bytes; `undefined` where the text is not exactly what `base64` would write. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  return decoded(text.replace(/={1,2}$/, ''), STANDARD, text, base64);
}

/** The bytes; `undefined` where the text is not exactly what `base64url` would write. */
export const fromBase64url = (text: string): Uint8Array | undefined =>
  decoded(text, URL_SAFE, text, base64url);

function decoded(
  digits: string,
  alphabet: string,
  text: string,
  encode: (bytes: Uint8Array) => string,
): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8));
  let group = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) return undefined;
    group = ((group << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = group >> bits;
  }
  // One text for each byte string: bits left over must be nought, and the padding right.
  return encode(bytes) === text ? bytes : undefined;
}
