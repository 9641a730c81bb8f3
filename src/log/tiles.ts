import { fromDecimal } from './decimal.js';
import { HASH_BYTES } from './hash.js';

/** The height of a full tile's tree. */
export const TILE_HEIGHT = 8;
/** Hashes of a full tile, entries of a full bundle. */
export const TILE_WIDTH = 2 ** TILE_HEIGHT;

/** One file of a log: hashes of a level, entries, or what opens the ballots among them. */
export interface Tile {
  readonly kind: number | 'entries' | 'openings';
  /** Among those of its kind, from 0. */
  readonly index: number;
  /** 1 to 256; 256 is a full one, whose address does not say so. */
  readonly width: number;
}

/** How wide this tile is in a tree of `size` leaves: 0 where the tree does not reach it. */
export function widthOf(size: number, kind: Tile['kind'], index: number): number {
  const hashes = typeof kind === 'number' ? Math.floor(size / TILE_WIDTH ** kind) : size;
  return Math.min(TILE_WIDTH, Math.max(0, hashes - index * TILE_WIDTH));
}

/** All files of one kind that a tree of `size` leaves has, in order. */
export function* tilesOf(size: number, kind: Tile['kind']): Generator<Tile> {
  for (let index = 0; ; index++) {
    const width = widthOf(size, kind, index);
    if (width === 0) return;
    yield { kind, index, width };
  }
}

/** The highest level that a tree of `size` leaves has hashes on; −1 for the empty one. */
export function topLevel(size: number): number {
  let level = -1;
  while (TILE_WIDTH ** (level + 1) <= size) level++;
  return level;
}

/** Below the log's own address: `tile/0/x001/x234/067`, `tile/entries/000.p/17`, `openings/000`. */
export function tileAddress({ kind, index, width }: Tile): string {
  const folder = kind === 'openings' ? kind : `tile/${kind}`;
  const groups = String(index)
    .padStart(Math.ceil(String(index).length / 3) * 3, '0')
    .replaceAll(/\d{3}(?=\d)/g, 'x$&/');
  return `${folder}/${groups}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

const ADDRESS =
  /^(?:tile\/(0|[1-9]\d?|entries)|(openings))\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile at this address; `undefined` for any text that `tileAddress` would not write. */
export function tileAt(address: string): Tile | undefined {
  const [, level, openings, path, partial] = ADDRESS.exec(address) ?? [];
  const index = fromDecimal(path?.replaceAll(/[x/]/g, '').replace(/^0+(?=\d)/, '') ?? '');
  if (index === undefined) return undefined;
  const kind = openings === 'openings' ? openings : level === 'entries' ? level : Number(level);
  const tile: Tile = { kind, index, width: Number(partial ?? TILE_WIDTH) };
  return (typeof kind !== 'number' || kind <= 63) && tileAddress(tile) === address && tile.width <= TILE_WIDTH
    ? tile
    : undefined;
}

/** The bytes of a tile of hashes. */
export function tileBytes(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [i, hash] of hashes.entries()) bytes.set(hash, i * HASH_BYTES);
  return bytes;
}

/** The hashes of a tile of this width; `undefined` where it is not of its length. */
export function hashesIn(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  if (bytes.length !== width * HASH_BYTES) return undefined;
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES));
}

const LONGEST = 0xffff;

/**
 * The bytes of a bundle: each entry after its length as a big-endian uint16.
 * @throws RangeError for an entry of more than 65,535 bytes
 */
export function bundleBytes(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, { length }) => sum + 2 + length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > LONGEST) throw new RangeError(`an entry of ${entry.length} bytes`);
    bytes[at++] = entry.length >> 8;
    bytes[at++] = entry.length & 0xff;
    bytes.set(entry, at);
    at += entry.length;
  }
  return bytes;
}

/** The entries of a bundle of this width; `undefined` where it holds more, fewer, or a part of one. */
export function entriesIn(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bytes.length && entries.length < width) {
    const end = at + 2 + ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    if (end > bytes.length) return undefined;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return at === bytes.length && entries.length === width ? entries : undefined;
}
