/**
 * A fair order: every permutation is as likely as any other over random seeds, and the same seed
 * always gives the same one. Each item draws a number from a 32-bit generator (mulberry32, public domain).
 * @param seed a 32-bit unsigned integer, kept with the voter's device
 */
export function fairOrder<T>(items: readonly T[], seed: number): T[] {
  const random = mulberry32(seed);
  return items
    .map((item) => ({ item, drawn: random() }))
    .sort((a, b) => a.drawn - b.drawn)
    .map(({ item }) => item);
}

/** A generator of numbers in [0, 1), the same for the same seed. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
