/**
 * Pairs as many of the left with one each of the right as can be (augmenting paths).
 * @param pairs for each of the left, which of the right it may be paired with
 * @returns the left ones that have found a partner
 */
export function matched(pairs: readonly (readonly number[])[]): Set<number> {
  const partner = new Map<number, number>();

  function place(left: number, tried: Set<number>): boolean {
    for (const right of pairs[left] ?? []) {
      if (tried.has(right)) continue;
      tried.add(right);
      const holder = partner.get(right);
      if (holder === undefined || place(holder, tried)) {
        partner.set(right, left);
        return true;
      }
    }
    return false;
  }

  pairs.forEach((_, left) => place(left, new Set()));
  return new Set(partner.values());
}
