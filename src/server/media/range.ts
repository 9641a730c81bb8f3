/** From the first byte to the last, which is excluded. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The part that was asked for (RFC 9110 §14). Several parts at once, and what makes no sense, are answered with the whole.
 * @param asked the `Range` header
 * @param size bytes there are
 * @returns `undefined`: the whole; `'none'`: there is nothing of that part
 */
export function rangeIn(asked: string | null, size: number): Range | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked?.trim() ?? '') ?? [];
  if (!first && !last) return undefined;
  if (!first) return Number(last) === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size };
  const from = Number(first);
  if (last && Number(last) < from) return undefined;
  if (from >= size) return 'none';
  return { from, to: last ? Math.min(Number(last) + 1, size) : size };
}
