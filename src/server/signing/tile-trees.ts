import { HASH_BYTES, type Sha256 } from '../../log/hash.js';
import { inclusionParts, perfectNodes } from '../../log/parts.js';
import type { ReadHashes } from '../../log/proof.js';
import { TILE_WIDTH, widthOf } from '../../log/tiles.js';
import { nodeHash } from '../../log/tree.js';
import type { LogHead } from '../storage/log-storage.js';

/** Tiles kept, each with the nodes above its hashes: 16 kB where it is full. */
const KEPT = 1024;
/** Heights of a tile's tree. */
const HEIGHTS = 8;

/** All nodes of a tile's tree that are full, by their height in it; a row is one array of hashes. */
type TileTree = readonly Uint8Array[];

type Node = ReturnType<typeof perfectNodes>[number];

/**
 * The tree of one log, as far as it was asked about lately: what was read once is neither read nor hashed again,
 * for a tile of a certain width never changes. The one that was not asked for longest goes.
 */
export class TileTrees {
  readonly #sha: Sha256;
  readonly #read: ReadHashes;
  readonly #kept: number;
  readonly #trees = new Map<string, Promise<TileTree>>();

  constructor(sha: Sha256, read: ReadHashes, kept = KEPT) {
    this.#sha = sha;
    this.#read = read;
    this.#kept = kept;
  }

  readonly hashes: ReadHashes = async (level, from, to) => {
    const [row = new Uint8Array()] = await this.#tree(level, from, to);
    return Array.from({ length: to - from }, (_, i) => hashAt(row, i));
  };

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
    const level = Math.floor(height / HEIGHTS);
    const inTile = height % HEIGHTS;
    const perTile = TILE_WIDTH / 2 ** inTile;
    const tile = Math.floor(index / perTile);
    const from = tile * TILE_WIDTH;
    const rows = await this.#tree(level, from, from + widthOf(size, level, tile));
    return hashAt(rows[inTile] ?? new Uint8Array(), index % perTile);
  }

  #tree(level: number, from: number, to: number): Promise<TileTree> {
    const name = `${level}/${from}/${to}`;
    const known = this.#trees.get(name);
    const tree = known ?? this.#grow(level, from, to);
    this.#trees.delete(name);
    this.#trees.set(name, tree);
    if (known) return tree;
    tree.catch(() => this.#trees.delete(name));
    const [oldest] = this.#trees.keys();
    if (this.#trees.size > this.#kept && oldest !== undefined) this.#trees.delete(oldest);
    return tree;
  }

  async #grow(level: number, from: number, to: number): Promise<TileTree> {
    const hashes = await this.#read(level, from, to);
    if (hashes.length !== to - from) throw new RangeError(`${hashes.length} of ${to - from} hashes`);
    let row = new Uint8Array(hashes.length * HASH_BYTES);
    for (const [i, hash] of hashes.entries()) row.set(hash, i * HASH_BYTES);
    const rows = [row];
    while (rows.length < HEIGHTS && row.length >= 2 * HASH_BYTES) rows.push((row = this.#above(row)));
    return rows;
  }

  #above(row: Uint8Array): Uint8Array<ArrayBuffer> {
    const above = new Uint8Array(Math.floor(row.length / (2 * HASH_BYTES)) * HASH_BYTES);
    for (let i = 0; i * HASH_BYTES < above.length; i++)
      above.set(nodeHash(this.#sha, hashAt(row, 2 * i), hashAt(row, 2 * i + 1)), i * HASH_BYTES);
    return above;
  }
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
