/** A bundle's entries against the hashes of its tile: which are the log's own, and what was done to the others. */
import { equal, toHex } from './bytes.js';
import type { Code, Values } from './findings.js';

export interface Compared {
  /** Of the entries as they were read, whether each stands where the tile has it. */
  readonly genuine: readonly boolean[];
  readonly fault?: { readonly code: Code; readonly values: Values };
}

/**
 * @param leaves the hashes of the entries as they were read
 * @param tile the hashes that the log has, from index `from` on
 */
export function compareBundle(
  leaves: readonly Uint8Array[],
  tile: readonly Uint8Array[],
  from: number,
): Compared {
  const genuine = leaves.map((leaf, i) => {
    const own = tile[i];
    return own !== undefined && equal(leaf, own);
  });
  if (leaves.length === tile.length && genuine.every(Boolean)) return { genuine };
  const wrong = genuine.indexOf(false);
  const index = from + (wrong === -1 ? Math.min(leaves.length, tile.length) : wrong);
  return { genuine, fault: { code: diagnosis(leaves, tile), values: { index } } };
}

function diagnosis(leaves: readonly Uint8Array[], tile: readonly Uint8Array[]): Code {
  const own = new Set(tile.map(toHex));
  const read = new Set(leaves.map(toHex));
  const stranger = [...read].some((leaf) => !own.has(leaf));
  const missing = [...own].some((leaf) => !read.has(leaf));
  if (stranger) return 'entry-changed';
  if (read.size < leaves.length) return 'entry-duplicated';
  return missing ? 'entry-dropped' : 'entries-reordered';
}
