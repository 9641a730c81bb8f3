import { hash } from 'node:crypto';
import type { Sha256 } from '../../src/log/hash.js';
import type { Appended } from '../../src/log/tree.js';

export const sha: Sha256 = (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer'));

export const hex = (bytes: Uint8Array | undefined): string =>
  bytes ? Buffer.from(bytes).toString('hex') : 'nothing';

export const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** Leaves that are all different: what hashes to them is not asked. */
export const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) =>
    new Uint8Array(32)
      .fill(i, 0, 2)
      .fill(i >> 8, 2, 4)
      .fill(i >> 16, 4),
  );

/** With one bit of it, or of one of them, turned over. */
export function flipped(bytes: Uint8Array, bit = 0): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** The inclusion path of the i-th leaf of an append, as hashes. */
export const pathOf = ({ lines }: Appended, i: number): Uint8Array[] =>
  lines(i)
    .split('\n')
    .slice(0, -1)
    .map((line) => new Uint8Array(Buffer.from(line, 'base64')));
