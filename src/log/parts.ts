/** Leaves `from` to `to` (excluded) that are all those of one node of a tree. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** The nodes whose roots are a leaf's inclusion path, from its sibling up. RFC 6962 §2.1.1, `PATH`. */
export function inclusionParts(index: number, size: number): Part[] {
  const parts: Part[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + leftOf(to - from);
    if (index < middle) {
      parts.push({ from: middle, to });
      to = middle;
    } else {
      parts.push({ from, to: middle });
      from = middle;
    }
  }
  return parts.reverse();
}

/**
 * The nodes whose roots prove that a tree of `size` leaves begins with `first` of them (1 to `size`), from the
 * lowest up. The seed is the lowest that both trees have; where it begins at 0 it is the old tree itself, which
 * the proof leaves out. RFC 6962 §2.1.2, `PROOF`.
 */
export function consistencyParts(
  first: number,
  size: number,
): { readonly seed: Part; readonly parts: Part[] } {
  const parts: Part[] = [];
  let [from, to] = [0, size];
  while (to > first) {
    const middle = from + leftOf(to - from);
    if (first <= middle) {
      parts.push({ from: middle, to });
      to = middle;
    } else {
      parts.push({ from, to: middle });
      from = middle;
    }
  }
  return { seed: { from, to }, parts: parts.reverse() };
}

/** The perfect nodes that a part is made of, the largest first. */
export function perfectNodes({ from, to }: Part): { readonly height: number; readonly index: number }[] {
  const nodes: { height: number; index: number }[] = [];
  for (let at = from; at < to;) {
    const height = heightWithin(to - at);
    nodes.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return nodes;
}

/** The largest power of two below `size`, which is 2 or more: the leaves of its left node. */
const leftOf = (size: number): number => 2 ** heightWithin(size - 1);

/** The height of the largest perfect tree within so many leaves. By doubling: logarithms round. */
function heightWithin(leaves: number): number {
  let height = 0;
  while (2 ** (height + 1) <= leaves) height++;
  return height;
}
