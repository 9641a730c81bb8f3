/** The two words of a tracking code: an entry's index and the beginning of a ballot's id, in Crockford's base 32. */

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID_DIGITS = 6;

export interface TrackingCode {
  readonly index: number;
  /** The first 30 bits of the ballot's id. */
  readonly firstBits: number;
}

/** As people write it: small letters, O for 0, I and L for 1, spaces. `undefined` where it is none. */
export function readCode(text: string): TrackingCode | undefined {
  const plain = text.trim().toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  const [, index, id] =
    /^(0|[1-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]{0,9})\s*-\s*([0-9A-HJKMNP-TV-Z]{6})$/.exec(plain) ?? [];
  return index === undefined || id === undefined ? undefined : { index: value(index), firstBits: value(id) };
}

export function codeText({ index, firstBits }: TrackingCode): string {
  return `${digits(index)}-${digits(firstBits).padStart(ID_DIGITS, '0')}`;
}

const value = (text: string): number =>
  [...text].reduce((number, digit) => number * 32 + DIGITS.indexOf(digit), 0);

function digits(number: number): string {
  const rest = Math.floor(number / 32);
  return (rest > 0 ? digits(rest) : '') + DIGITS.charAt(number % 32);
}
