import { sameBytes, type Sha256 } from './hash.js';
import { consistencyParts, inclusionParts, perfectNodes, type Part } from './parts.js';
import { TILE_WIDTH, widthOf } from './tiles.js';
import { nodeHash, parents, type Frontier } from './tree.js';

export interface Inclusion {
  /** The leaf's, from 0. */
  readonly index: number;
  /** Of the tree. */
  readonly size: number;
  readonly root: Uint8Array;
  /** Its hash. */
  readonly leaf: Uint8Array;
  /** From the leaf's sibling up. */
  readonly path: readonly Uint8Array[];
}

/** Whether the leaf stands at this index in the tree of this size and root (RFC 6962 §2.1.1). */
export function verifyInclusion(sha: Sha256, { index, size, root, leaf, path }: Inclusion): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size) return false;
  const parts = inclusionParts(index, size);
  if (parts.length !== path.length) return false;
  const found = parts.reduce((hash, { from }, i) => {
    const sibling = path[i] ?? hash;
    return from < index ? nodeHash(sha, sibling, hash) : nodeHash(sha, hash, sibling);
  }, leaf);
  return sameBytes(found, root);
}

export interface Consistency {
  readonly from: number;
  readonly fromRoot: Uint8Array;
  readonly to: number;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Whether the tree of `from` leaves is how the one of `to` leaves begins (RFC 6962 §2.1.2). */
export function verifyConsistency(sha: Sha256, claim: Consistency): boolean {
  const { from, fromRoot, to, toRoot, proof } = claim;
  if (!isIndex(from) || !isIndex(to) || from > to) return false;
  if (from === 0) return proof.length === 0 && sameBytes(fromRoot, sha(new Uint8Array()));
  const { seed, parts } = consistencyParts(from, to);
  // Where the old tree is itself a node of the new one, its root is known and not repeated.
  const [start, ...rest] = seed.from === 0 ? [fromRoot, ...proof] : proof;
  if (!start || rest.length !== parts.length) return false;
  let [earlier, later] = [start, start];
  for (const [i, part] of parts.entries()) {
    const hash = rest[i] ?? start;
    if (part.from < seed.from) earlier = nodeHash(sha, hash, earlier);
    later = part.from < seed.from ? nodeHash(sha, hash, later) : nodeHash(sha, later, hash);
  }
  return sameBytes(earlier, fromRoot) && sameBytes(later, toRoot);
}

const isIndex = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

/**
 * Gives the hashes of a level, `from` to `to` (excluded), which are all in one tile. Of a tree at least as large
 * as the one that is asked about.
 */
export type ReadHashes = (level: number, from: number, to: number) => Promise<readonly Uint8Array[]>;

/**
 * A leaf's inclusion path in the tree of the first `size` leaves. Each tile is read once.
 * @param index below `size`
 * @throws RangeError where the tree has no such leaf, or the reader gives too little
 */
export async function inclusionPath(
  sha: Sha256,
  read: ReadHashes,
  index: number,
  size: number,
): Promise<Uint8Array[]> {
  if (!isIndex(index) || !isIndex(size) || index >= size)
    throw new RangeError(`no leaf ${index} among ${size}`);
  return rootsOf(sha, read, size, inclusionParts(index, size));
}

/**
 * The proof that the tree of the first `to` leaves begins with that of the first `from`. Each tile is read once.
 * @param from 0 to `to`
 * @throws RangeError where `from` is beyond `to`, or the reader gives too little
 */
export async function consistencyPath(
  sha: Sha256,
  read: ReadHashes,
  from: number,
  to: number,
): Promise<Uint8Array[]> {
  if (!isIndex(from) || !isIndex(to) || from > to) throw new RangeError(`no tree of ${from} in one of ${to}`);
  if (from === 0) return [];
  const { seed, parts } = consistencyParts(from, to);
  return rootsOf(sha, read, to, seed.from === 0 ? parts : [seed, ...parts]);
}

/**
 * What it takes to append to the tree of the first `size` leaves, in one of `within`. Each tile is read once.
 * @throws RangeError where the reader gives too little
 */
export async function frontierAt(
  sha: Sha256,
  read: ReadHashes,
  size: number,
  within: number,
): Promise<Frontier> {
  const peaks = perfectNodes({ from: 0, to: size }).map(({ height, index }) => ({
    from: index * 2 ** height,
    to: (index + 1) * 2 ** height,
  }));
  return { size, peaks: await rootsOf(sha, read, within, peaks) };
}

async function rootsOf(
  sha: Sha256,
  read: ReadHashes,
  size: number,
  parts: readonly Part[],
): Promise<Uint8Array[]> {
  const wanted = parts.map((part) => perfectNodes(part).map(inTile));
  const tiles = new Map<string, readonly Uint8Array[]>();
  const unread = new Map(wanted.flat().map((node) => [node.tile, node]));
  await Promise.all(
    [...unread.values()].map(async ({ tile, level, start }) => {
      const width = widthOf(size, level, start / TILE_WIDTH);
      const hashes = await read(level, start, start + width);
      if (hashes.length !== width)
        throw new RangeError(`${hashes.length} of ${width} hashes in tile ${tile}`);
      tiles.set(tile, hashes);
    }),
  );
  return wanted.map((nodes) =>
    nodes
      .map(({ tile, offset, span }) => folded(sha, (tiles.get(tile) ?? []).slice(offset, offset + span)))
      .reduceRight((right, left) => nodeHash(sha, left, right)),
  );
}

/** Where a perfect node's hashes are: a tile shows every eighth height. */
function inTile({ height, index }: { readonly height: number; readonly index: number }) {
  const level = Math.floor(height / 8);
  const span = 2 ** (height % 8);
  const offset = (index * span) % TILE_WIDTH;
  const start = index * span - offset;
  return { tile: `${level}/${start}`, level, start, offset, span };
}

/** The root above a power of two of hashes. */
function folded(sha: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) row = parents(sha, row);
  const [root] = row;
  if (!root) throw new RangeError('no hashes');
  return root;
}
