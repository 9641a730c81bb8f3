import { base64, base64OfText, fromBase64 } from './base64.js';
import { fromDecimal } from './decimal.js';
import { HASH_BYTES } from './hash.js';

/** C2SP *tlog-proof*: that an entry is in a log, to be verified without asking anyone. */
export interface TlogProof {
  /** What it tells besides, which nothing vouches for; here the entry. */
  readonly extra?: Uint8Array;
  /** The entry's, from 0. */
  readonly index: number;
  /** From the leaf's sibling up. */
  readonly path: readonly Uint8Array[];
  /** A signed note. */
  readonly checkpoint: string;
}

const FIRST = 'c2sp.org/tlog-proof@v1';
/** A tree of more levels cannot be. */
const MOST_HASHES = 63;
const LONGEST = 393_216;

/**
 * The text of a proof up to its checkpoint, which is yet to be signed.
 * @param extra bytes, or a text of which the proof has the UTF-8
 * @param lines the path, a line each, as `Appended.lines` and `pathLines` write them
 */
export function unsignedProof(extra: Uint8Array | string, index: number, lines: string): string {
  const told = typeof extra === 'string' ? base64OfText(extra) : base64(extra);
  return `${FIRST}\nextra ${told}\nindex ${index}\n${lines}\n`;
}

export const pathLines = (path: readonly Uint8Array[]): string =>
  path.map((hash) => `${base64(hash)}\n`).join('');

/** The proof; `undefined` where it is malformed. Its checkpoint is not looked at. */
export function parseTlogProof(text: string): TlogProof | undefined {
  const end = text.indexOf('\n\n');
  if (text.length > LONGEST || end < 0) return undefined;
  const [first, ...lines] = text.slice(0, end).split('\n');
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice(6) ?? '') : null;
  const [index, ...hashes] = lines;
  const at = index?.startsWith('index ') ? fromDecimal(index.slice(6)) : undefined;
  const path = parseHashes(hashes);
  if (first !== FIRST || extra === undefined || at === undefined || !path) return undefined;
  return { ...(extra && { extra }), index: at, path, checkpoint: text.slice(end + 2) };
}

/** Hashes, a line each; `undefined` where one is none, or there are more than 63. */
export function parseHashes(lines: readonly string[]): Uint8Array[] | undefined {
  if (lines.length > MOST_HASHES) return undefined;
  const hashes = lines.map(fromBase64).filter((hash) => hash?.length === HASH_BYTES);
  const found = hashes.filter((hash) => hash !== undefined);
  return found.length === lines.length ? found : undefined;
}
