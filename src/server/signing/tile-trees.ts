import { HASH_BYTES, type Sha256 } from '../../log/hash.js';
import { inclusionParts, perfectNodes } from '../../log/parts.js';
import type { ReadHashes } from '../../log/proof.js';
import { TILE_HEIGHT } from '../../log/tiles.js';
import { nodeHash } from '../../log/tree.js';
import type { LogHead } from '../storage/log-storage.js';

/** Blocks kept, each with the nodes above its hashes: 1 kB where it is full. */
const KEPT = 16_384;
/** Heights of a block's tree: a tile is read by halves, for a path needs one block of 16 hashes of each. */
const HEIGHTS = 4;
const WIDTH = 2 ** HEIGHTS;

/** All nodes of a block's tree that are full, by their height in it; a row is one array of hashes. */
type Block = readonly Uint8Array[];

type Node = ReturnType<typeof perfectNodes>[number];

/**
 * The tree of one log, as far as it was asked about lately: what was read once is neither read nor hashed again,
 * for a block of a certain width never changes. The one that was not asked for longest goes.
 */
export class TileTrees {
  readonly #sha: Sha256;
  readonly #read: ReadHashes;
  readonly #kept: number;
  readonly #blocks = new Map<string, Promise<Block>>();

  /** @param read as `LogStorage.hashes`: of a level that ends in a half, fewer may come */
  constructor(sha: Sha256, read: ReadHashes, kept = KEPT) {
    this.#sha = sha;
    this.#read = read;
    this.#kept = kept;
  }

  /** The inclusion path of a leaf in the tree of a head, from its sibling up. */
  async path(index: number, { size, peaks }: LogHead): Promise<Uint8Array[]> {
    const known = peaksOf(size, peaks);
    const parts = inclusionParts(index, size).map(perfectNodes);
    return Promise.all(
      parts.map(async (nodes) => {
        const hashes = await Promise.all(
          nodes.map((node) => known.get(nameOf(node)) ?? this.#node(node, size)),
        );
        return hashes.reduceRight((right, left) => nodeHash(this.#sha, left, right));
      }),
    );
  }

  async #node({ height, index }: Node, size: number): Promise<Uint8Array> {
    const base = height - (height % HEIGHTS);
    const perBlock = 2 ** (HEIGHTS - (height - base));
    const from = Math.floor(index / perBlock) * WIDTH;
    const rows = await this.#block(base, from, Math.min(from + WIDTH, Math.floor(size / 2 ** base)));
    return hashAt(rows[height - base] ?? new Uint8Array(), index % perBlock);
  }

  #block(height: number, from: number, to: number): Promise<Block> {
    const name = `${height}/${from}/${to}`;
    const known = this.#blocks.get(name);
    const block = known ?? this.#grow(height, from, to);
    this.#blocks.delete(name);
    this.#blocks.set(name, block);
    if (known) return block;
    block.catch(() => this.#blocks.delete(name));
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size > this.#kept && oldest !== undefined) this.#blocks.delete(oldest);
    return block;
  }

  async #grow(height: number, from: number, to: number): Promise<Block> {
    const rows = [rowOf(await this.#hashes(height, from, to))];
    for (let row = rows[0]; row && rows.length < HEIGHTS && row.length >= 2 * HASH_BYTES;)
      rows.push((row = this.#above(row)));
    return rows;
  }

  /** Half-way up a tile they are made of what is below them, where they were not kept. */
  async #hashes(height: number, from: number, to: number): Promise<readonly Uint8Array[]> {
    const level = height / TILE_HEIGHT;
    const kept = await this.#read(level, from, to);
    if (kept.length === to - from) return kept;
    if (Number.isInteger(level)) throw new RangeError(`${kept.length} of ${to - from} hashes`);
    let row = rowOf(await this.#hashes(height - HEIGHTS, from * WIDTH, to * WIDTH));
    for (let i = 0; i < HEIGHTS; i++) row = this.#above(row);
    return Array.from({ length: to - from }, (_, i) => hashAt(row, i));
  }

  #above(row: Uint8Array): Uint8Array<ArrayBuffer> {
    const above = new Uint8Array(Math.floor(row.length / (2 * HASH_BYTES)) * HASH_BYTES);
    for (let i = 0; i * HASH_BYTES < above.length; i++)
      above.set(nodeHash(this.#sha, hashAt(row, 2 * i), hashAt(row, 2 * i + 1)), i * HASH_BYTES);
    return above;
  }
}

function rowOf(hashes: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [i, hash] of hashes.entries()) row.set(hash, i * HASH_BYTES);
  return row;
}

const hashAt = (row: Uint8Array, i: number): Uint8Array => row.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES);

const nameOf = ({ height, index }: Node): string => `${height}/${index}`;

/** The roots of a tree's perfect subtrees, where the head brings them: its right edge then need not be read. */
function peaksOf(size: number, peaks: readonly Uint8Array[] = []): Map<string, Uint8Array> {
  const known = new Map<string, Uint8Array>();
  let from = 0;
  for (const peak of peaks) {
    let height = 0;
    while (2 ** (height + 1) <= size - from) height++;
    known.set(nameOf({ height, index: from / 2 ** height }), peak);
    from += 2 ** height;
  }
  return known;
}
