/** Addresses and contents of the log's files, as C2SP *tlog-tiles* has them. */
import { WIDTH } from './tree.js';

/** 1234067 is `x001/x234/067`. */
export function numberPath(number: number): string {
  const groups = [];
  for (let rest = number; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(String(rest % 1000).padStart(3, '0'));
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** A file of up to 256 of something: its address, and how many it holds. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** Where it stands; then the whole one, which takes the place of a part of it. */
  readonly paths: readonly string[];
}

/** The ranges that `count` of something lie in, in order. */
export function* ranges(folder: string, count: number): Generator<Range> {
  for (let n = 0; n * WIDTH < count; n++) yield rangeAt(folder, n, count);
}

/** The n-th of them. */
export function rangeAt(folder: string, n: number, count: number): Range {
  const from = n * WIDTH;
  const to = Math.min(from + WIDTH, count);
  const path = `${folder}/${numberPath(n)}`;
  return { from, to, paths: to - from === WIDTH ? [path] : [`${path}.p/${to - from}`, path] };
}

/**
 * The entries of a bundle: two bytes of length, then so many.
 * `whole`: nothing was cut off at the end.
 */
export function unbundle(bytes: Uint8Array): { readonly entries: Uint8Array[]; readonly whole: boolean } {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const end = at + 2 + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    if (end > bytes.length) break;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return { entries, whole: at === bytes.length };
}
