import { base64 } from './base64.js';
import type { Sha256 } from './hash.js';
import { utf8InPassing } from './utf8.js';

/** All that one needs of a tree to append to it: the roots of its perfect subtrees, the largest first. */
export interface Frontier {
  readonly size: number;
  /** One for each bit of `size` that is set. */
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY: Frontier = { size: 0, peaks: [] };

/** A node whose subtree is full, at a height that is a multiple of 4: those of 8 are the hashes of tiles. */
export interface KeptNode {
  /** 4, 8, 12, …; never 0, which are the leaves. */
  readonly height: number;
  /** Among the nodes of its height, from 0. */
  readonly index: number;
  readonly hash: Uint8Array;
}

export interface Appended {
  readonly frontier: Frontier;
  readonly root: Uint8Array;
  /** The nodes that have become full. */
  readonly nodes: readonly KeptNode[];
  /**
   * The inclusion path of the i-th leaf of this append (from 0) in the tree that it made, from its sibling up, as
   * the lines of a *tlog-proof*. What the paths have in common is written once.
   */
  lines(i: number): string;
}

/** RFC 6962: `SHA-256(0x00 ‖ entry)`; of a text, its UTF-8. */
export function leafHash(sha: Sha256, entry: Uint8Array | string): Uint8Array {
  if (typeof entry === 'string') return sha(utf8InPassing(`\0${entry}`));
  const bytes = new Uint8Array(entry.length + 1);
  bytes.set(entry, 1);
  return sha(bytes);
}

const pair = new Uint8Array(65);
pair[0] = 1;

/** RFC 6962: `SHA-256(0x01 ‖ left ‖ right)`. */
export function nodeHash(sha: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1);
  pair.set(right, 33);
  return sha(pair);
}

export function rootOf(sha: Sha256, { peaks }: Frontier): Uint8Array {
  if (peaks.length === 0) return sha(new Uint8Array());
  return peaks.reduceRight((right, left) => nodeHash(sha, left, right));
}

/**
 * Appends leaves. One hash for each node, those of the unfinished right edge included.
 * @param leaves their hashes
 * @throws RangeError where the frontier has not one peak for each bit of its size: what it was kept in is damaged
 */
export function appended(sha: Sha256, before: Frontier, leaves: readonly Uint8Array[]): Appended {
  const size = before.size + leaves.length;
  const rows: Row[] = [];
  const nodes: KeptNode[] = [];
  const peaks: Uint8Array[] = [];
  let peaksLeft = before.peaks.length;
  let full = before.size;
  let fresh = leaves;
  let edge: Uint8Array | undefined;
  for (let height = 0; 2 ** height <= size; height++) {
    const peak = full % 2 === 1 ? before.peaks[--peaksLeft] : undefined;
    const hashes = peak ? [peak, ...fresh] : fresh;
    rows.push({ hashes, edge, shift: peak ? 1 : 0, lines: [] });
    const last = hashes.length % 2 === 1 ? hashes.at(-1) : undefined;
    if (last) {
      peaks.unshift(last);
      edge = edge ? nodeHash(sha, last, edge) : last;
    }
    full = Math.floor(full / 2);
    fresh = parents(sha, hashes);
    if (height % 4 === 3)
      for (const [i, hash] of fresh.entries()) nodes.push({ height: height + 1, index: full + i, hash });
  }
  if (peaksLeft !== 0) throw new RangeError(`${before.peaks.length} peaks of ${before.size} leaves`);
  return {
    frontier: { size, peaks },
    root: edge ?? rootOf(sha, EMPTY),
    nodes,
    lines: (i) => linesIn(rows, 0, i),
  };
}

/** The nodes of one height that an append knows: its own, and before them the peak that it found. */
interface Row {
  /** Full ones. The first has an even index, so that siblings differ in the last bit of their position. */
  readonly hashes: readonly Uint8Array[];
  /** The root of the leaves behind them, which fill no node of this height. */
  readonly edge: Uint8Array | undefined;
  /** How far the peak has moved the others. */
  readonly shift: 0 | 1;
  /** What has been written: the lines from a position of this row up. */
  readonly lines: string[];
}

/** The full nodes above a row of siblings; the last hash has none where they are odd in number. */
export function parents(sha: Sha256, hashes: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let i = 1; i < hashes.length; i += 2) {
    const [left, right] = [hashes[i - 1], hashes[i]];
    if (left && right) above.push(nodeHash(sha, left, right));
  }
  return above;
}

/** Nothing where the tree ends there: the node is then its parent, too. */
const siblingIn = ({ hashes, edge }: Row, at: number): Uint8Array | undefined =>
  hashes[at ^ 1] ?? ((at ^ 1) === hashes.length ? edge : undefined);

function linesIn(rows: readonly Row[], height: number, i: number): string {
  const row = rows[height];
  if (!row) return '';
  const at = i + row.shift;
  const known = row.lines[at];
  if (known !== undefined) return known;
  const sibling = siblingIn(row, at);
  const above = linesIn(rows, height + 1, at >> 1);
  return (row.lines[at] = sibling ? `${base64(sibling)}\n${above}` : above);
}
