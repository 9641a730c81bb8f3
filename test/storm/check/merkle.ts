/** RFC 6962's tree, as its text has it: written again here, so that a mistake of `src/log` is not made twice. */
import { createHash } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const leafOf = (entry: string | Uint8Array): Buffer =>
  sha256(Buffer.of(0), typeof entry === 'string' ? Buffer.from(entry) : entry);

/** Roots of the tree's beginnings: §2.1, each subtree hashed once. */
export class Tree {
  readonly #leaves: readonly Buffer[];
  readonly #full = new Map<string, Buffer>();

  constructor(entries: readonly (string | Uint8Array)[]) {
    this.#leaves = entries.map(leafOf);
  }

  get size(): number {
    return this.#leaves.length;
  }

  /** Of the first `size` leaves. */
  root(size: number): Buffer {
    return size === 0 ? sha256() : this.#root(0, size);
  }

  #root(from: number, to: number): Buffer {
    const leaf = this.#leaves[from];
    if (!leaf || to > this.#leaves.length) throw new RangeError(`There are ${this.#leaves.length} leaves.`);
    if (to - from === 1) return leaf;
    const name = `${from} ${to}`;
    const known = this.#full.get(name);
    if (known) return known;
    let half = 1;
    while (half * 2 < to - from) half *= 2;
    const root = sha256(Buffer.of(1), this.#root(from, from + half), this.#root(from + half, to));
    if (to - from === half * 2) this.#full.set(name, root);
    return root;
  }
}

/** The root to which a leaf's path leads, in a tree of this size: RFC 9162 §2.1.3.2. */
export function rootBy(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | undefined {
  let [at, last] = [index, size - 1];
  let root = leaf;
  if (index >= size) return undefined;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      root = sha256(Buffer.of(1), sibling, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
    } else root = sha256(Buffer.of(1), root, sibling);
    [at, last] = [at >> 1, last >> 1];
  }
  return last === 0 ? root : undefined;
}
