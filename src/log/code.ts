import { fromBase64url } from './base64.js';

/** Crockford's base 32: no I, L, O, U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BALLOT_DIGITS = 6;

/** What a voter can read out: where a ballot is, and how its id begins. */
export interface TrackingCode {
  /** The entry's, from 0. */
  readonly index: number;
  /** The first 30 bits of the ballot's id, six digits. */
  readonly ballot: string;
}

/** `1F4-7KQ2M9`. `undefined` where the id is not one. */
export function trackingCode(index: number, ballot: string): string | undefined {
  const bytes = fromBase64url(ballot);
  return bytes && bytes.length >= 4 ? `${base32(index)}-${beginning(bytes)}` : undefined;
}

/** Reads a code as people write it: in small letters, with or without a dash, with O for 0 and I or L for 1. */
export function parseTrackingCode(text: string): TrackingCode | undefined {
  const digits = text
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (!/^(?:0|[1-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]{0,10})[0-9A-HJKMNP-TV-Z]{6}$/.test(digits))
    return undefined;
  let index = 0;
  for (const digit of digits.slice(0, -BALLOT_DIGITS)) index = index * 32 + DIGITS.indexOf(digit);
  return Number.isSafeInteger(index) ? { index, ballot: digits.slice(-BALLOT_DIGITS) } : undefined;
}

function beginning(bytes: Uint8Array): string {
  let number = 0;
  for (const byte of bytes.subarray(0, 4)) number = number * 256 + byte;
  return base32(Math.floor(number / 4)).padStart(BALLOT_DIGITS, '0');
}

function base32(number: number): string {
  let text = '';
  let rest = number;
  do {
    text = DIGITS.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  } while (rest > 0);
  return text;
}
