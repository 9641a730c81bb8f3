/** The tree of RFC 6962: what its leaves and nodes are, and its root at any size. */
import { equal, type Sha256 } from './bytes.js';

export const HASH = 32;
/** Hashes in a tile, entries in a bundle. */
export const WIDTH = 256;

const pair = new Uint8Array(1 + 2 * HASH);
pair[0] = 1;

function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1);
  pair.set(right, 1 + HASH);
  return sha256(pair);
}

let scratch = new Uint8Array(1024);

export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  if (scratch.length <= entry.length) scratch = new Uint8Array(2 * entry.length);
  scratch[0] = 0;
  scratch.set(entry, 1);
  return sha256(scratch.subarray(0, 1 + entry.length));
}

/** Hashes, one after the other, in one piece of memory. */
class Hashes {
  length = 0;
  #bytes = new Uint8Array(WIDTH * HASH);

  push(hash: Uint8Array): void {
    if (this.length * HASH === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(hash, HASH * this.length++);
  }

  at(index: number): Uint8Array {
    return this.slice(index, index + 1);
  }

  slice(from: number, to: number): Uint8Array {
    if (from < 0 || to > this.length) throw new RangeError(`no hashes from ${from} to ${to}`);
    return this.#bytes.subarray(from * HASH, to * HASH);
  }
}

/** All leaves, and of the nodes those that stand in tiles. 33 bytes a leaf. */
export class Tree {
  /** By level of tiles: 0 holds the leaves, each next one the roots of 256 of those before. */
  readonly #levels: Hashes[] = [new Hashes()];
  readonly #sha256: Sha256;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  get size(): number {
    return this.#level(0).length;
  }

  /** How many hashes there are at this level of tiles. */
  count(level: number): number {
    return this.#levels[level]?.length ?? 0;
  }

  push(leaf: Uint8Array): void {
    let hash = leaf;
    for (let level = 0; ; level++) {
      const hashes = this.#level(level);
      hashes.push(hash);
      if (hashes.length % WIDTH !== 0) return;
      hash = this.#top(hashes.slice(hashes.length - WIDTH, hashes.length));
    }
  }

  leaf(index: number): Uint8Array {
    return this.#level(0).at(index);
  }

  /** The hashes of a tile, one after the other. */
  tile(level: number, from: number, to: number): Uint8Array {
    return this.#level(level).slice(from, to);
  }

  /** The root when there were so many leaves. */
  root(size: number): Uint8Array {
    return size === 0 ? this.#sha256(new Uint8Array()) : Uint8Array.from(this.#range(0, size));
  }

  #level(level: number): Hashes {
    return (this.#levels[level] ??= new Hashes());
  }

  /** `from` is a multiple of every power of two up to `size`. */
  #range(from: number, size: number): Uint8Array {
    for (let level = 0, width = 1; width <= size; level++, width *= WIDTH)
      if (width === size) return this.#level(level).at(from / size);
    const left = largestPowerBelow(size);
    return nodeHash(this.#sha256, this.#range(from, left), this.#range(from + left, size - left));
  }

  /** The node above a power of two of hashes. */
  #top(hashes: Uint8Array): Uint8Array {
    let row = Array.from({ length: hashes.length / HASH }, (_, i) =>
      hashes.subarray(i * HASH, (i + 1) * HASH),
    );
    while (row.length > 1)
      row = Array.from({ length: row.length / 2 }, (_, i) =>
        nodeHash(this.#sha256, row[2 * i] ?? hashes, row[2 * i + 1] ?? hashes),
      );
    return row[0] ?? hashes;
  }
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** Whether a path leads from a leaf up to a root: RFC 9162 §2.1.3.2. */
export function leadsTo(
  sha256: Sha256,
  at: { readonly index: number; readonly size: number },
  leaf: Uint8Array,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (at.index >= at.size) return false;
  let index = at.index;
  let last = at.size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      hash = nodeHash(sha256, sibling, hash);
      while (index % 2 === 0 && index > 0) {
        index /= 2;
        last = Math.floor(last / 2);
      }
    } else hash = nodeHash(sha256, hash, sibling);
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equal(hash, root);
}
